package io.crmkit.api.sales.lead;

import io.crmkit.api.value.Money;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is needed, as far as is known.
 *
 * @param topic the need in a few words, or null
 * @param description the need at length, or null
 * @param product the product asked for, as the prospect called it, or null
 * @param budget the money set aside, or null
 * @param neededBy the date by which it is needed, or null
 */
@RecordBuilder
public record LeadNeed(
    @Nullable String topic,
    @Nullable String description,
    @Nullable String product,
    @Nullable Money budget,
    @Nullable LocalDate neededBy)
    implements LeadNeedBuilder.With {}
