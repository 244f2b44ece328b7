package io.crmkit.spring.boot;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * When the relay counts as unwell.
 *
 * @param lateAfter How long work may be overdue before the health is DOWN; by default work that is
 *     late is reported without being held against the node.
 */
@ConfigurationProperties("crmkit.health")
public record CrmHealthProperties(@Nullable Duration lateAfter) {}
