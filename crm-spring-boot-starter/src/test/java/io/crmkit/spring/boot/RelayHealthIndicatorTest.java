package io.crmkit.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.Actor;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.relay.Backlog;
import io.crmkit.api.relay.Relay;
import io.crmkit.api.relay.RelayHealth;
import io.crmkit.api.relay.RelayHealth.Totals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What health checks hear of the relay. */
class RelayHealthIndicatorTest {

  private static final CrmHealthProperties PATIENT = new CrmHealthProperties(null);
  private static final CrmHealthProperties STRICT = new CrmHealthProperties(Duration.ofMinutes(1));

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  DataSourceAutoConfiguration.class,
                  CrmAutoConfiguration.class,
                  CrmHealthAutoConfiguration.class))
          .withBean(AccessPolicy.class, AccessPolicy::allowAll)
          .withPropertyValues("spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID());

  /** A relay that says this of itself. */
  private record Saying(RelayHealth health) implements Relay {
    @Override
    public List<Backlog> backlog(Actor operator) {
      return List.of();
    }
  }

  private static Health told(boolean alive, Totals deliveries, CrmHealthProperties properties) {
    Totals timers = new Totals(new Backlog.Counts(3, 0, 0, 0, 0), null);
    RelayHealth health =
        new RelayHealth(true, alive, null, deliveries, timers, Set.of("gone.letter"));
    return new RelayHealthIndicator(new Saying(health), properties).health();
  }

  private static Totals dueSince(Duration age) {
    return new Totals(new Backlog.Counts(5, 4, 3, 2, 1), Instant.now().minus(age));
  }

  @Test
  void deadThreadsAreDown() {
    Totals nothing = new Totals(new Backlog.Counts(0, 0, 0, 0, 0), null);

    assertThat(told(false, nothing, PATIENT).getStatus()).isEqualTo(Status.DOWN);
    assertThat(told(true, nothing, PATIENT).getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void lateWorkIsDownOnlyWhereThatIsSaid() {
    Totals late = dueSince(Duration.ofHours(1));
    Totals prompt = dueSince(Duration.ofSeconds(1));

    assertThat(told(true, late, PATIENT).getStatus()).isEqualTo(Status.UP);
    assertThat(told(true, late, STRICT).getStatus()).isEqualTo(Status.DOWN);
    assertThat(told(true, prompt, STRICT).getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void countsAndUnknownSubscribersAreTold() {
    Health health = told(true, dueSince(Duration.ofHours(1)), PATIENT);

    assertThat(health.getDetails()).containsEntry("unknown", Set.of("gone.letter"));
    assertThat(health.getDetails().get("deliveries").toString())
        .contains("waiting=5, due=4, held=3, suspended=2, parked=1, oldestDue=");
    assertThat(health.getDetails().get("timers").toString()).contains("waiting=3");
  }

  @Test
  void theRelayOfTheCrmIsUp() {
    runner.run(
        context ->
            assertThat(context.getBean(HealthIndicator.class).health().getStatus())
                .isEqualTo(Status.UP));
  }

  @Test
  void withoutActuatorOrSwitchedOffThereIsNone() {
    runner
        .withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
        .run(
            context -> assertThat(context).hasNotFailed().doesNotHaveBean("crmkitHealthIndicator"));
    runner
        .withPropertyValues("management.health.crmkit.enabled=false")
        .run(
            context -> assertThat(context).hasNotFailed().doesNotHaveBean("crmkitHealthIndicator"));
  }
}
