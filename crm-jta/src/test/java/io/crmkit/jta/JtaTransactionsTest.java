package io.crmkit.jta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.CrmSession;
import io.crmkit.api.HostTransaction;
import io.crmkit.api.TenantId;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.error.Refused;
import io.crmkit.api.error.StorageFailure;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * CRM rows in one H2 database and the ERP's in another, in one transaction of Narayana's with two
 * phases.
 */
class JtaTransactionsTest {

  private final TransactionManager manager =
      com.arjuna.ats.jta.TransactionManager.transactionManager();
  private final TransactionSynchronizationRegistry registry =
      new TransactionSynchronizationRegistryImple();
  private final JdbcDataSource crmBase = database("crm");
  private final JdbcDataSource erpBase = database("erp");
  private final JdbcConnectionPool crmPool = JdbcConnectionPool.create(crmBase);
  private final JdbcConnectionPool erpPool = JdbcConnectionPool.create(erpBase);
  private final EnlistingDataSource erp = new EnlistingDataSource(manager, erpBase);
  private final JtaTransactions transactions =
      new JtaTransactions(registry, new EnlistingDataSource(manager, crmBase));
  private final Crm crm =
      Crm.builder(AccessPolicy.allowAll())
          .dataSource(crmPool)
          .delivery(CrmBuilder.Delivery.MANUAL)
          .open();

  @BeforeAll
  static void journal() {
    Journal.belowTarget();
  }

  private static JdbcDataSource database(String name) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:" + name + "-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    source.setUser("sa");
    return source;
  }

  @BeforeEach
  void tables() throws SQLException {
    try (Connection connection = erpPool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create table erp_order (number varchar(60) primary key)");
    }
  }

  @AfterEach
  void close() throws Exception {
    if (manager.getStatus() != Status.STATUS_NO_TRANSACTION) {
      manager.rollback();
    }
    crm.close();
    for (JdbcConnectionPool pool : List.of(crmPool, erpPool)) {
      assertThat(pool.getActiveConnections()).isZero();
      try (Connection connection = pool.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("shutdown");
      }
      pool.dispose();
    }
  }

  private CrmSession alone() {
    return crm.session(new TenantId("acme"), Actor.of("erp"));
  }

  private CrmSession session() {
    return transactions.join(alone());
  }

  private void customer(String number) {
    session()
        .get(Customers.class)
        .register(
            RegisterCustomer.organization(CustomerName.of("Customer " + number))
                .withExternalId(number));
  }

  private void order(String number) throws SQLException {
    try (Connection connection = erp.getConnection();
        var insert = connection.prepareStatement("insert into erp_order values (?)")) {
      insert.setString(1, number);
      insert.executeUpdate();
    }
  }

  private boolean known(String number) {
    return alone().get(Customers.class).byExternalId(number).isPresent();
  }

  private boolean ordered(String number) throws SQLException {
    try (Connection connection = erpPool.getConnection();
        var select = connection.prepareStatement("select 1 from erp_order where number = ?")) {
      select.setString(1, number);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next();
      }
    }
  }

  @Test
  void bothDatabasesCommitTogether() throws Exception {
    manager.begin();
    order("1");
    customer("1");
    customer("2");
    assertThat(known("1")).as("not before the commit").isFalse();
    manager.commit();

    assertThat(ordered("1")).isTrue();
    assertThat(known("1")).isTrue();
    assertThat(known("2")).isTrue();
  }

  @Test
  void bothDatabasesRollBackTogether() throws Exception {
    manager.begin();
    order("1");
    customer("1");
    manager.rollback();

    assertThat(ordered("1")).isFalse();
    assertThat(known("1")).isFalse();
  }

  @Test
  void aRefusedCommandLeavesNothingButARollback() throws Exception {
    customer("taken");

    manager.begin();
    order("1");
    customer("1");
    assertThatThrownBy(() -> customer("taken")).isInstanceOf(Refused.class);
    assertThat(manager.getStatus()).isEqualTo(Status.STATUS_MARKED_ROLLBACK);
    assertThatThrownBy(() -> customer("2")).isInstanceOf(StorageFailure.class);
    assertThatThrownBy(manager::commit).isInstanceOf(RollbackException.class);

    assertThat(ordered("1")).isFalse();
    assertThat(known("1")).isFalse();
    assertThat(known("2")).isFalse();
  }

  @Test
  void aHostThatMarksTheTransactionUndoesBoth() throws Exception {
    manager.begin();
    order("1");
    customer("1");
    manager.setRollbackOnly();
    assertThatThrownBy(manager::commit).isInstanceOf(RollbackException.class);

    assertThat(ordered("1")).isFalse();
    assertThat(known("1")).isFalse();
  }

  @Test
  void workBeforeTheCommitThatFailsRollsBack() throws Exception {
    manager.begin();
    order("1");
    customer("1");
    transactions
        .current()
        .orElseThrow()
        .beforeCommit(
            () -> {
              throw new IllegalStateException("on purpose");
            });
    assertThatThrownBy(manager::commit).isInstanceOf(RollbackException.class);

    assertThat(ordered("1")).isFalse();
    assertThat(known("1")).isFalse();
  }

  @Test
  void withoutATransactionEachCommandHasItsOwn() {
    assertThat(transactions.current()).isEmpty();

    customer("1");

    assertThat(known("1")).isTrue();
  }

  @Test
  void aSuspendedTransactionIsTakenUpAgain() throws Exception {
    manager.begin();
    HostTransaction outer = transactions.current().orElseThrow();
    var suspended = manager.suspend();
    manager.begin();
    assertThat(transactions.current().orElseThrow()).isNotSameAs(outer);
    customer("inner");
    manager.commit();
    manager.resume(suspended);
    assertThat(transactions.current()).containsSame(outer);
    customer("outer");
    manager.rollback();

    assertThat(known("inner")).isTrue();
    assertThat(known("outer")).isFalse();
  }

  @Test
  void workAfterTheCommitWaitsForItAndVanishesWithARollback() throws Exception {
    List<String> done = new ArrayList<>();

    manager.begin();
    transactions.current().orElseThrow().afterCommit(() -> done.add("committed"));
    assertThat(done).isEmpty();
    manager.commit();
    manager.begin();
    transactions.current().orElseThrow().afterCommit(() -> done.add("undone"));
    manager.rollback();

    assertThat(done).containsExactly("committed");
  }

  @Test
  void theConnectionIsGivenBackAtTheEnd() throws Exception {
    manager.begin();
    Connection connection = transactions.current().orElseThrow().connection();
    assertThat(connection.isClosed()).isFalse();
    manager.commit();

    assertThat(connection.isClosed()).isTrue();
  }

  @Test
  void aTransactionThatIsEndingCannotBeJoined() throws Exception {
    List<Throwable> told = new ArrayList<>();
    manager.begin();
    registry.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            try {
              customer("late");
            } catch (RuntimeException e) {
              told.add(e);
            }
          }
        });
    customer("1");
    manager.commit();

    assertThat(told)
        .singleElement()
        .satisfies(
            t ->
                assertThat(t)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is ending"));
    assertThat(known("late")).isFalse();
  }

  @Test
  void theDocumentedExampleKeepsBoth() throws Exception {
    JtaExample.order(
        crm,
        new JtaExample.Container(manager, registry, new EnlistingDataSource(manager, crmBase), erp),
        "1");

    assertThat(ordered("1")).isTrue();
    assertThat(alone().get(Customers.class).named("northwind")).hasSize(1);
  }
}
