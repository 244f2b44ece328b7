package io.crmkit.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.CrmSession;
import io.crmkit.api.HostTransaction;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.error.Refused;
import io.crmkit.api.error.StorageFailure;
import io.crmkit.spring.ErpConfiguration.Erp;
import io.crmkit.spring.ErpConfiguration.ErpFailure;
import io.crmkit.spring.ErpConfiguration.ErpRemark;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** CRM rows and the host's rows in Spring's transactions, on every database. */
class SpringTransactionsTest {

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

  private static void assertBoth(Erp erp, String number) {
    assertThat(erp.ordered(number)).as("the host's row").isTrue();
    assertThat(erp.known(number)).as("the CRM's rows").isTrue();
  }

  private static void assertNeither(Erp erp, String number) {
    assertThat(erp.ordered(number)).as("the host's row").isFalse();
    assertThat(erp.known(number)).as("the CRM's rows").isFalse();
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void bothCommitTogetherInATemplate(SpringHost host) {
    CrmSession outside = host.erp().session();

    host.template()
        .executeWithoutResult(
            status -> {
              host.erp().both(number);
              assertThat(outside.get(Customers.class).byExternalId(number))
                  .as("not before the commit")
                  .isEmpty();
            });

    assertBoth(host.erp(), number);
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void bothRollBackTogetherInATemplate(SpringHost host) {
    assertThatThrownBy(
            () ->
                host.template()
                    .executeWithoutResult(
                        status -> {
                          host.erp().both(number);
                          throw new ErpFailure();
                        }))
        .isInstanceOf(ErpFailure.class);

    assertNeither(host.erp(), number);
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void anAnnotatedMethodCommitsBothOrNeither(SpringHost host) {
    host.erp().accept(number);
    assertThatThrownBy(() -> host.erp().acceptAndFail(other)).isInstanceOf(ErpFailure.class);

    assertBoth(host.erp(), number);
    assertNeither(host.erp(), other);
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void anExceptionThatSpringCommitsForCommitsBoth(SpringHost host) {
    assertThatThrownBy(() -> host.erp().acceptWithRemark(number)).isInstanceOf(ErpRemark.class);

    assertBoth(host.erp(), number);
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void rollbackOnlyUndoesBoth(SpringHost host) {
    host.template()
        .executeWithoutResult(
            status -> {
              host.erp().both(number);
              status.setRollbackOnly();
            });

    assertNeither(host.erp(), number);
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void whatTheCrmMarksForRollbackCannotBeCommitted(SpringHost host) {
    assertThatThrownBy(
            () ->
                host.template()
                    .executeWithoutResult(
                        status -> {
                          host.erp().both(number);
                          host.transactions().current().orElseThrow().markRollbackOnly();
                        }))
        .isInstanceOf(UnexpectedRollbackException.class);

    assertNeither(host.erp(), number);
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void workBeforeTheCommitThatFailsRollsBack(SpringHost host) {
    assertThatThrownBy(
            () ->
                host.template()
                    .executeWithoutResult(
                        status -> {
                          host.erp().both(number);
                          host.transactions()
                              .current()
                              .orElseThrow()
                              .beforeCommit(
                                  () -> {
                                    throw new ErpFailure();
                                  });
                        }))
        .isInstanceOf(ErpFailure.class);

    assertNeither(host.erp(), number);
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void aRefusedCommandLeavesTheTransactionOfUse(SpringHost host) {
    host.erp().customer(other);

    host.template()
        .executeWithoutResult(
            status -> {
              host.erp().order(number);
              assertThatThrownBy(() -> host.erp().customer(other)).isInstanceOf(Refused.class);
              host.erp().customer(number);
            });

    assertBoth(host.erp(), number);
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void aNestedTransactionIsUndoneAloneAndCanBeTriedAgain(SpringHost host) {
    Erp erp = host.erp();

    host.template()
        .executeWithoutResult(
            status -> {
              erp.both(number);
              assertThatThrownBy(() -> erp.acceptNestedAndFail(other))
                  .isInstanceOf(ErpFailure.class);
              assertThat(erp.known(other)).isFalse();
              erp.both(other);
            });

    assertBoth(erp, number);
    assertBoth(erp, other);
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void aSessionFromBeforeANestedTransactionGoesOnAfterIt(SpringHost host) {
    Erp erp = host.erp();

    host.template()
        .executeWithoutResult(
            status -> {
              CrmSession before = erp.session();
              before.get(Customers.class).count(Criteria.all());
              assertThatThrownBy(() -> erp.acceptNestedAndFail(number))
                  .isInstanceOf(ErpFailure.class);
              before
                  .get(Customers.class)
                  .register(
                      RegisterCustomer.organization(CustomerName.of("Again"))
                          .withExternalId(number));
              erp.order(number);
            });

    assertBoth(erp, number);
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void anOuterRollbackUndoesWhatANestedTransactionKept(SpringHost host) {
    TransactionTemplate nested = host.template(TransactionDefinition.PROPAGATION_NESTED);

    host.template()
        .executeWithoutResult(
            status -> {
              nested.executeWithoutResult(inner -> host.erp().both(number));
              status.setRollbackOnly();
            });

    assertNeither(host.erp(), number);
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void aReadOnlyTransactionReadsAndRefusesCommands(SpringHost host) {
    host.erp().accept(number);

    assertThat(host.erp().knownWhileReading(number)).isTrue();
    assertThatThrownBy(() -> host.erp().writeWhileReading(other))
        .isInstanceOf(StorageFailure.class)
        .hasMessageContaining("read-only");
    assertNeither(host.erp(), other);
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void aNewTransactionCommitsThoughTheOuterOneRollsBack(SpringHost host) {
    host.template()
        .executeWithoutResult(
            status -> {
              host.erp().order(number);
              HostTransaction outer = host.transactions().current().orElseThrow();
              host.erp().acceptApart(other);
              assertThat(host.transactions().current()).containsSame(outer);
              host.erp().customer(number);
              status.setRollbackOnly();
            });

    assertBoth(host.erp(), other);
    assertNeither(host.erp(), number);
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void withoutATransactionEachCommandHasItsOwn(SpringHost host) {
    TransactionTemplate supports = host.template(TransactionDefinition.PROPAGATION_SUPPORTS);

    host.erp().customer(number);
    assertThatThrownBy(
            () ->
                supports.executeWithoutResult(
                    status -> {
                      host.erp().customer(other);
                      throw new ErpFailure();
                    }))
        .isInstanceOf(ErpFailure.class);

    assertThat(host.erp().known(number)).isTrue();
    assertThat(host.erp().known(other)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void aTransactionIsOneInstanceForAsLongAsItLasts(SpringHost host) {
    List<HostTransaction> seen = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      host.template()
          .executeWithoutResult(
              status -> {
                seen.add(host.transactions().current().orElseThrow());
                seen.add(host.transactions().current().orElseThrow());
              });
    }

    assertThat(seen.get(0)).isSameAs(seen.get(1));
    assertThat(seen.get(2)).isSameAs(seen.get(3)).isNotSameAs(seen.get(0));
    assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
    assertThat(host.transactions().current()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void workAfterTheCommitWaitsForItAndVanishesWithARollback(SpringHost host) {
    List<String> done = new ArrayList<>();

    host.template()
        .executeWithoutResult(
            status -> {
              host.transactions().current().orElseThrow().afterCommit(() -> done.add("committed"));
              assertThat(done).isEmpty();
            });
    host.template()
        .executeWithoutResult(
            status -> {
              host.transactions().current().orElseThrow().afterCommit(() -> done.add("undone"));
              status.setRollbackOnly();
            });

    assertThat(done).containsExactly("committed");
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void afterTheCommitTheTransactionCannotBeJoined(SpringHost host) {
    List<Throwable> told = new ArrayList<>();

    host.template()
        .executeWithoutResult(
            status -> {
              host.erp().both(number);
              TransactionSynchronizationManager.registerSynchronization(
                  new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                      told.add(failureOf(() -> host.erp().customer(other)));
                    }

                    @Override
                    public void afterCompletion(int outcome) {
                      told.add(failureOf(() -> host.erp().customer(other)));
                    }
                  });
            });

    assertThat(told)
        .hasSize(2)
        .allSatisfy(
            t ->
                assertThat(t)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("REQUIRES_NEW"));
    assertThat(host.erp().known(other)).isFalse();
  }

  private static Throwable failureOf(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      return e;
    }
    return new AssertionError("nothing was thrown");
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void aTransactionOnAnotherDataSourceIsTold(SpringHost host) {
    SpringHost elsewhere = hosts.get((hosts.indexOf(host) + 1) % hosts.size());
    TransactionTemplate foreign =
        new TransactionTemplate(new JdbcTransactionManager(elsewhere.dataSource()));

    assertThatThrownBy(() -> foreign.executeWithoutResult(status -> host.erp().customer(number)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("same DataSource");

    assertThat(host.erp().known(number)).isFalse();
  }
}
