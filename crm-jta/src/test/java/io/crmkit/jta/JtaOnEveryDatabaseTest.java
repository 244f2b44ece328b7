package io.crmkit.jta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.arjuna.ats.internal.jta.transaction.arjunacore.UserTransactionImple;
import io.crmkit.api.CrmSession;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.error.Refused;
import io.crmkit.api.error.StorageFailure;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.jta.JtaTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Two databases of each kind in one transaction with two phases: Narayana's by itself, and the same
 * begun by Spring's JtaTransactionManager.
 */
class JtaOnEveryDatabaseTest {

  private static List<JtaHost> hosts = List.of();

  private final String number = "N-" + UUID.randomUUID();
  private final String other = "O-" + UUID.randomUUID();

  @BeforeAll
  static void start() {
    hosts = JtaHost.onEveryDatabase();
  }

  @AfterAll
  static void stop() {
    hosts.forEach(JtaHost::stop);
  }

  static List<JtaHost> hosts() {
    assertThat(hosts).extracting(JtaHost::toString).contains("H2", "POSTGRES");
    return hosts;
  }

  @AfterEach
  void nothingIsLeftOpen() throws Exception {
    for (JtaHost host : hosts) {
      if (host.manager.getStatus() != Status.STATUS_NO_TRANSACTION) {
        host.manager.rollback();
      }
    }
  }

  private static TransactionTemplate spring(JtaHost host) {
    JtaTransactionManager manager =
        new JtaTransactionManager(new UserTransactionImple(), host.manager);
    manager.afterPropertiesSet();
    return new TransactionTemplate(manager);
  }

  private void assertBoth(JtaHost host, String wanted) throws Exception {
    assertThat(host.ordered(wanted)).as("the host's row").isTrue();
    assertThat(host.known(wanted)).as("the CRM's rows").isTrue();
  }

  private void assertNeither(JtaHost host, String wanted) throws Exception {
    assertThat(host.ordered(wanted)).as("the host's row").isFalse();
    assertThat(host.known(wanted)).as("the CRM's rows").isFalse();
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void bothDatabasesCommitTogether(JtaHost host) throws Exception {
    host.manager.begin();
    host.both(number);
    host.customer(other);
    assertThat(host.known(number)).as("not before the commit").isFalse();
    host.manager.commit();

    assertBoth(host, number);
    assertThat(host.known(other)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void bothDatabasesRollBackTogether(JtaHost host) throws Exception {
    host.manager.begin();
    host.both(number);
    host.manager.rollback();

    assertNeither(host, number);
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void aRefusedCommandLeavesNothingButARollback(JtaHost host) throws Exception {
    host.customer(other);

    host.manager.begin();
    host.both(number);
    assertThatThrownBy(() -> host.customer(other)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> host.customer("later")).isInstanceOf(StorageFailure.class);
    assertThatThrownBy(host.manager::commit).isInstanceOf(RollbackException.class);

    assertNeither(host, number);
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void springsManagerCommitsAndRollsBackBoth(JtaHost host) throws Exception {
    TransactionTemplate spring = spring(host);

    spring.executeWithoutResult(status -> host.both(number));
    spring.executeWithoutResult(
        status -> {
          host.both(other);
          status.setRollbackOnly();
        });

    assertBoth(host, number);
    assertNeither(host, other);
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void springsManagerSaysSoWhenARefusedCommandHasMarkedTheTransaction(JtaHost host)
      throws Exception {
    host.customer(other);

    assertThatThrownBy(
            () ->
                spring(host)
                    .executeWithoutResult(
                        status -> {
                          host.both(number);
                          assertThatThrownBy(() -> host.customer(other))
                              .isInstanceOf(Refused.class);
                        }))
        .isInstanceOf(UnexpectedRollbackException.class);

    assertNeither(host, number);
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void aNewTransactionOfSpringsCommitsThoughTheOuterOneRollsBack(JtaHost host) throws Exception {
    TransactionTemplate apart = spring(host);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

    spring(host)
        .executeWithoutResult(
            status -> {
              host.order(number);
              apart.executeWithoutResult(inner -> host.both(other));
              host.customer(number);
              status.setRollbackOnly();
            });

    assertBoth(host, other);
    assertNeither(host, number);
  }

  /** The JTA transaction is gone by then, and so is the connection: there is nothing to be lost. */
  @ParameterizedTest
  @MethodSource("hosts")
  void afterSpringsCommitASessionOfTheTransactionIsRefusedAndAnotherWorksByItself(JtaHost host)
      throws Exception {
    List<Throwable> told = new ArrayList<>();

    spring(host)
        .executeWithoutResult(
            status -> {
              CrmSession kept = host.session();
              host.both(number);
              TransactionSynchronizationManager.registerSynchronization(
                  new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                      told.add(failureOf(() -> register(kept, other)));
                      told.add(failureOf(() -> host.customer(other)));
                    }
                  });
            });

    assertBoth(host, number);
    assertThat(told).hasSize(2);
    assertThat(told.get(0)).isInstanceOf(IllegalStateException.class).hasMessageContaining("ended");
    assertThat(host.known(other)).isEqualTo(told.get(1) instanceof NothingThrown);
  }

  private static final class NothingThrown extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private static Throwable failureOf(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      return e;
    }
    return new NothingThrown();
  }

  private static void register(CrmSession session, String number) {
    session
        .get(Customers.class)
        .register(RegisterCustomer.organization(CustomerName.of(number)).withExternalId(number));
  }
}
