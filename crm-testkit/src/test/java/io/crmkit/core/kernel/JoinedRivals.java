package io.crmkit.core.kernel;

import io.crmkit.api.CrmSession;
import io.crmkit.api.CrmTransaction;
import io.crmkit.api.HostTransaction;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.TestCrm;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Hosts' transactions that meet. Each has read something before the first of them does anything, so
 * that one that reads from a snapshot cannot see by itself what the other commits.
 */
final class JoinedRivals {

  private JoinedRivals() {}

  /**
   * Repeatable read, the default of MariaDB's hosts; not on H2, where a snapshot neither shows nor
   * refuses what the last holder of a lock left: there hosts have to stay at its default.
   */
  private static int isolation(TestCrm crm) {
    return crm.storage().equals("H2")
        ? Connection.TRANSACTION_READ_COMMITTED
        : Connection.TRANSACTION_REPEATABLE_READ;
  }

  /** Runs all at once, each joined to a transaction of its own that is committed afterwards. */
  static <R> Race<R> race(TestCrm crm, List<Function<CrmSession, R>> works) {
    CyclicBarrier allHaveRead = new CyclicBarrier(works.size());
    return Race.between(
        works.stream()
            .<Callable<R>>map(
                work ->
                    () ->
                        inTransaction(
                            crm,
                            session -> {
                              session.get(Lab.class).count();
                              await(allHaveRead);
                              return work.apply(session);
                            }))
            .toList());
  }

  /** Runs the work joined to a transaction that reads from a snapshot, and commits. */
  static <R> R inTransaction(TestCrm crm, Function<CrmSession, R> work) throws Exception {
    if (crm.dataSource().isEmpty()) {
      try (CrmTransaction host = crm.crm().begin()) {
        R result = work.apply(crm.session().join(host));
        host.commit();
        return result;
      }
    }
    try (Connection connection = crm.dataSource().orElseThrow().getConnection()) {
      int usual = connection.getTransactionIsolation();
      connection.setTransactionIsolation(isolation(crm));
      connection.setAutoCommit(false);
      try {
        R result = work.apply(crm.session().join(HostTransaction.on(connection)));
        connection.commit();
        return result;
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
        connection.setTransactionIsolation(usual);
      }
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("the rivals did not meet", e);
    }
  }
}
