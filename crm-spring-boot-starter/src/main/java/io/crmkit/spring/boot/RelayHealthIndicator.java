package io.crmkit.spring.boot;

import io.crmkit.api.relay.Relay;
import io.crmkit.api.relay.RelayHealth;
import io.crmkit.api.relay.RelayHealth.Totals;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;

/**
 * DOWN if the threads that deliver have died, if the numbers cannot be read, or if work is overdue
 * for longer than allowed. Parked work and unknown subscribers are told, for a person to look at.
 */
final class RelayHealthIndicator extends AbstractHealthIndicator {

  private final Relay relay;
  private final CrmHealthProperties properties;

  RelayHealthIndicator(Relay relay, CrmHealthProperties properties) {
    super("the health of the CRM's relay cannot be read");
    this.relay = relay;
    this.properties = properties;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    RelayHealth health = relay.health();
    boolean late = late(health.deliveries()) || late(health.timers());
    builder.status(health.alive() && !late ? "UP" : "DOWN");
    builder.withDetail("background", health.background()).withDetail("alive", health.alive());
    if (health.lastPass() != null) {
      builder.withDetail("lastPass", health.lastPass());
    }
    builder
        .withDetail("deliveries", told(health.deliveries()))
        .withDetail("timers", told(health.timers()));
    if (!health.unknown().isEmpty()) {
      builder.withDetail("unknown", health.unknown());
    }
  }

  private boolean late(Totals totals) {
    Duration most = properties.lateAfter();
    Instant since = totals.oldestDue();
    return most != null && since != null && since.plus(most).isBefore(Instant.now());
  }

  private static Map<String, Object> told(Totals totals) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("waiting", totals.counts().waiting());
    told.put("due", totals.counts().due());
    told.put("held", totals.counts().held());
    told.put("suspended", totals.counts().suspended());
    told.put("parked", totals.counts().parked());
    if (totals.oldestDue() != null) {
      told.put("oldestDue", totals.oldestDue());
    }
    return told;
  }
}
