package io.crmkit.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmSession;
import io.crmkit.api.HostTransactions;
import io.crmkit.api.TenantId;
import io.crmkit.api.TenantProfile;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.relay.RelayOptions;
import io.crmkit.spring.SpringSessions;
import io.crmkit.spring.SpringTransactions;
import io.crmkit.spring.boot.PostageModule.Postage;
import io.crmkit.spring.boot.PostageModule.Stamps;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/** What Spring Boot makes of the starter. */
class CrmAutoConfigurationTest {

  private static final Instant THEN = Instant.parse("2026-01-05T08:00:00Z");

  private final ApplicationContextRunner bare =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  DataSourceAutoConfiguration.class,
                  DataSourceTransactionManagerAutoConfiguration.class,
                  JdbcTemplateAutoConfiguration.class,
                  TransactionAutoConfiguration.class,
                  CrmAutoConfiguration.class))
          .withPropertyValues("spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID());

  private final ApplicationContextRunner runner =
      bare.withBean(AccessPolicy.class, AccessPolicy::allowAll);

  private static CrmSession session(AssertableApplicationContext context) {
    return context.getBean(SpringSessions.class).session(new TenantId("acme"), Actor.of("lily"));
  }

  private static void register(AssertableApplicationContext context, String number) {
    session(context)
        .get(Customers.class)
        .register(RegisterCustomer.organization(CustomerName.of("Acme")).withExternalId(number));
  }

  private static boolean known(AssertableApplicationContext context, String number) {
    return session(context).get(Customers.class).byExternalId(number).isPresent();
  }

  @Test
  void sessionsJoinTheTransactionOfTheApplication() {
    runner.run(
        context -> {
          TransactionTemplate template = context.getBean(TransactionTemplate.class);

          template.executeWithoutResult(status -> register(context, "kept"));
          template.executeWithoutResult(
              status -> {
                register(context, "lost");
                status.setRollbackOnly();
              });

          assertThat(known(context, "kept")).isTrue();
          assertThat(known(context, "lost")).isFalse();
        });
  }

  @Test
  void theCrmIsClosedWithTheContext() {
    Crm[] kept = new Crm[1];

    runner.run(context -> kept[0] = context.getBean(Crm.class));

    assertThatThrownBy(() -> kept[0].session(new TenantId("acme"), Actor.of("lily")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void withoutAnAccessPolicyTheStartSaysWhatToDo() {
    bare.run(
        context -> {
          assertThat(context).hasFailed();
          assertThat(new CrmFailureAnalyzer().analyze(context.getStartupFailure()))
              .satisfies(
                  analysis -> {
                    assertThat(analysis.getDescription())
                        .contains("io.crmkit.api.access.AccessPolicy", "there is none");
                    assertThat(analysis.getAction()).contains("AccessPolicy.allowAll()");
                  });
        });
  }

  @Test
  void severalAccessPoliciesAreNamed() {
    runner
        .withBean("other", AccessPolicy.class, AccessPolicy::allowAll)
        .run(
            context ->
                assertThat(new CrmFailureAnalyzer().analyze(context.getStartupFailure()))
                    .satisfies(a -> assertThat(a.getDescription()).contains("other")));
  }

  @Test
  void withoutADataSourceTheStartSaysWhatToDo() {
    new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(CrmAutoConfiguration.class))
        .withBean(AccessPolicy.class, AccessPolicy::allowAll)
        .run(
            context ->
                assertThat(new CrmFailureAnalyzer().analyze(context.getStartupFailure()))
                    .satisfies(a -> assertThat(a.getAction()).contains("crmkit.storage=memory")));
  }

  @Test
  void faultsOfTheStartAreListed() {
    runner
        .withPropertyValues("crmkit.schema.mode=validate")
        .run(
            context ->
                assertThat(new StartFailureAnalyzer().analyze(context.getStartupFailure()))
                    .satisfies(
                        a ->
                            assertThat(a.getDescription())
                                .contains("CrmKit cannot start", "  - ")));
  }

  @Test
  void memoryNeedsNoDataSource() {
    new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(CrmAutoConfiguration.class))
        .withBean(AccessPolicy.class, AccessPolicy::allowAll)
        .withPropertyValues("crmkit.storage=memory")
        .run(
            context -> {
              register(context, "1");

              assertThat(known(context, "1")).isTrue();
              assertThat(context.getBean(HostTransactions.class).current()).isEmpty();
            });
  }

  @Test
  void propertiesReachTheBuilder() {
    runner
        .withPropertyValues(
            "crmkit.schema.name=crm",
            "crmkit.delivery=manual",
            "crmkit.relay.workers=2",
            "crmkit.relay.attempts=3",
            "crmkit.relay.first-pause=2s",
            "crmkit.relay.longest-pause=1h",
            "crmkit.relay.parked-head=lets-others-pass",
            "crmkit.staleness=1s",
            "crmkit.changes-kept=7d",
            "crmkit.keys-kept=2d")
        .run(
            context -> {
              register(context, "1");

              assertThat(context.getBean(Crm.class).relay().health().background()).isFalse();
              assertThat(
                      context
                          .getBean(JdbcTemplate.class)
                          .queryForList(
                              "select distinct table_schema from information_schema.tables"
                                  + " where lower(table_name) like 'crm\\_%'",
                              String.class))
                  .singleElement()
                  .satisfies(schema -> assertThat(schema).isEqualToIgnoringCase("crm"));
            });
  }

  @Test
  void theRelayIsConfigured() {
    runner
        .withPropertyValues(
            "crmkit.relay.workers=2",
            "crmkit.relay.attempts=3",
            "crmkit.relay.first-pause=2s",
            "crmkit.relay.longest-pause=1h",
            "crmkit.relay.parked-head=lets-others-pass")
        .run(
            context ->
                assertThat(context.getBean(CrmProperties.class).relay().options())
                    .hasToString(
                        "RelayOptions[workers=2, retry=RetryPolicy[attempts=3, firstPause=PT2S,"
                            + " longestPause=PT1H], parkedHead=LETS_OTHERS_PASS]"));
  }

  @Test
  void defaultsAreThoseOfTheBuilder() {
    runner.run(
        context ->
            assertThat(context.getBean(CrmProperties.class).relay().options())
                .isEqualTo(RelayOptions.standard()));
  }

  @Test
  void aWrongValueStopsTheStart() {
    ContextConsumer<AssertableApplicationContext> failed =
        context -> assertThat(context).hasFailed();

    for (String wrong :
        List.of("crmkit.relay.workers=0", "crmkit.keys-kept=1h", "crmkit.schema.name=a b")) {
      runner.withPropertyValues(wrong).run(failed);
    }
  }

  @Test
  void switchedOffThereIsNothing() {
    bare.withPropertyValues("crmkit.enabled=false")
        .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(Crm.class));
  }

  @Test
  void modulesPortsClockAndCustomizersAreTakenUp() {
    runner
        .withUserConfiguration(Extended.class)
        .run(
            context -> {
              CrmSession session = session(context);

              assertThat(session.get(Stamps.class).stamp()).isEqualTo("1 EUR");
              assertThat(session.now()).isEqualTo(THEN);
              assertThat(session.profile().currency().getCurrencyCode()).isEqualTo("CHF");
            });
  }

  @Configuration(proxyBeanMethods = false)
  static class Extended {
    @Bean
    PostageModule postageModule() {
      return new PostageModule();
    }

    @Bean
    Clock clock() {
      return Clock.fixed(THEN, ZoneOffset.UTC);
    }

    // begin docs/transactions.md
    @Bean
    CrmPort<Postage> postage() {
      return new CrmPort<>(Postage.class, () -> "1 EUR");
    }

    @Bean
    CrmCustomizer francs() {
      return builder ->
          builder.tenants(
              tenant ->
                  new TenantProfile(ZoneOffset.UTC, Currency.getInstance("CHF"), Locale.ENGLISH));
    }
    // end docs/transactions.md
  }

  @Test
  void aTransactionAwareDataSourceIsLookedThrough() {
    runner
        .withBean(
            "aware",
            DataSource.class,
            () ->
                new TransactionAwareDataSourceProxy(
                    new DriverManagerDataSource(
                        "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1")))
        .run(
            context -> {
              context
                  .getBean(TransactionTemplate.class)
                  .executeWithoutResult(
                      status -> {
                        register(context, "lost");
                        status.setRollbackOnly();
                      });

              assertThat(known(context, "lost")).isFalse();
              assertThat(context.getBean(HostTransactions.class))
                  .isInstanceOf(SpringTransactions.class);
            });
  }

  @Test
  void oneOfSeveralDataSourcesIsNamed() {
    String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    ApplicationContextRunner two =
        runner
            .withBean("one", DataSource.class, () -> source("jdbc:h2:mem:" + UUID.randomUUID()))
            .withBean("two", DataSource.class, () -> source(url));

    two.run(
        context ->
            assertThat(new CrmFailureAnalyzer().analyze(context.getStartupFailure()))
                .satisfies(a -> assertThat(a.getDescription()).contains("one", "two")));
    two.withPropertyValues("crmkit.data-source=two")
        .run(
            context -> {
              register(context, "1");

              assertThat(
                      new JdbcTemplate(context.getBean("two", DataSource.class))
                          .queryForObject("select count(*) from crm_customer", Integer.class))
                  .isEqualTo(1);
            });
  }

  private static DataSource source(String url) {
    return new DriverManagerDataSource(url);
  }
}
