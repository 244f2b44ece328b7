package io.crmkit.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.CrmSession;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.spring.ErpConfiguration.Erp;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.Ordered;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Between a commit of Spring's and the moment when its connection is given back, the connection is
 * still bound to the thread, and what is written on it is lost.
 */
class AfterCommitTest {

  private static List<SpringHost> hosts = List.of();

  private final String number = "N-" + UUID.randomUUID();
  private final String other = "O-" + UUID.randomUUID();

  @BeforeAll
  static void start() {
    hosts = SpringHost.onEveryDatabase(UnaryOperator.identity());
  }

  @AfterAll
  static void stop() {
    hosts.forEach(SpringHost::stop);
  }

  static List<SpringHost> hosts() {
    assertThat(hosts).extracting(SpringHost::toString).contains("H2", "POSTGRES");
    return hosts;
  }

  /** Hears of the commit before anybody else. */
  private record First(Runnable work) implements TransactionSynchronization, Ordered {

    static void afterCommit(Runnable work) {
      TransactionSynchronizationManager.registerSynchronization(new First(work));
    }

    @Override
    public int getOrder() {
      return HIGHEST_PRECEDENCE;
    }

    @Override
    public void afterCommit() {
      work.run();
    }
  }

  private static void register(CrmSession session, String number) {
    session
        .get(Customers.class)
        .register(RegisterCustomer.organization(CustomerName.of(number)).withExternalId(number));
  }

  private static Throwable failureOf(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      return e;
    }
    return new AssertionError("nothing was thrown");
  }

  private static void assertRefused(List<Throwable> told) {
    assertThat(told)
        .singleElement()
        .satisfies(
            t ->
                assertThat(t)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("transaction of its own"));
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void aTransactionThatTheCrmWasNotInIsNotTakenUpAfterItsCommit(SpringHost host) {
    List<Throwable> told = new ArrayList<>();

    host.template()
        .executeWithoutResult(
            status -> {
              host.erp().order(number);
              First.afterCommit(() -> told.add(failureOf(() -> host.erp().customer(other))));
            });

    assertRefused(told);
    assertThat(host.erp().ordered(number)).isTrue();
    assertThat(host.erp().known(other)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void aSessionThatWasKeptIsRefusedAfterTheCommitBeforeTheCrmHasHeardOfIt(SpringHost host) {
    List<Throwable> told = new ArrayList<>();

    host.template()
        .executeWithoutResult(
            status -> {
              CrmSession kept = host.erp().session();
              host.erp().both(number);
              First.afterCommit(() -> told.add(failureOf(() -> register(kept, other))));
            });

    assertRefused(told);
    assertThat(host.erp().known(number)).isTrue();
    assertThat(host.erp().known(other)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void aTransactionOfItsOwnWorksAfterTheCommit(SpringHost host) {
    host.template()
        .executeWithoutResult(
            status -> {
              host.erp().order(number);
              First.afterCommit(() -> host.erp().acceptApart(other));
            });

    assertThat(host.erp().known(other)).isTrue();
    assertThat(host.erp().ordered(other)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void listenersBeforeTheCommitTakePartAndThoseAfterItAreRefused(SpringHost host) {
    Erp erp = host.erp();

    erp.announce(number);

    assertThat(erp.known(number)).as("before the commit").isTrue();
    assertThat(erp.known(number + " after")).as("after the commit").isFalse();
    assertRefused(erp.toldAfterCommit(number));
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void aTransactionOfAnotherDataSourceThatCommitsWithinLeavesItOpen(SpringHost host) {
    TransactionTemplate elsewhere =
        new TransactionTemplate(
            host.watched(
                new JdbcTransactionManager(
                    new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID()))));

    host.template()
        .executeWithoutResult(
            status -> {
              host.erp().order(number);
              elsewhere.executeWithoutResult(inner -> {});
              host.erp().customer(number);
            });

    assertThat(host.erp().known(number)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void aSavepointThatIsReleasedLeavesItOpen(SpringHost host) {
    TransactionTemplate nested = host.template(TransactionDefinition.PROPAGATION_NESTED);

    host.template()
        .executeWithoutResult(
            status -> {
              nested.executeWithoutResult(inner -> host.erp().order(number));
              host.erp().customer(number);
            });

    assertThat(host.erp().known(number)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void aManagerThatDoesNotTellOfItsTransactionsIsNotTrusted(SpringHost host) {
    TransactionTemplate silent =
        new TransactionTemplate(new JdbcTransactionManager(host.dataSource()));

    assertThatThrownBy(() -> silent.executeWithoutResult(status -> host.erp().customer(number)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("TransactionWatch");

    assertThat(host.erp().known(number)).isFalse();
  }
}
