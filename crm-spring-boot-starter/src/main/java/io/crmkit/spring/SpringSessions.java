package io.crmkit.spring;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmSession;
import io.crmkit.api.HostTransactions;
import io.crmkit.api.TenantId;
import java.util.Objects;

/**
 * Sessions that take part in the Spring transaction of the calling thread. Where there is none,
 * each command has its own transaction, as in {@link Crm#session}.
 *
 * <pre>{@code
 * @Transactional
 * public void accept(Order order) {
 *   orders.save(order);
 *   sessions.session(tenant, actor).get(Opportunities.class).win(...);
 * }
 * }</pre>
 *
 * <p>Ask for a session where it is used, and do not keep it beyond the transaction. Safe for use by
 * many threads; a session within a transaction is for the thread that is in it.
 */
public final class SpringSessions {

  private final Crm crm;
  private final HostTransactions transactions;

  public SpringSessions(Crm crm, HostTransactions transactions) {
    this.crm = Objects.requireNonNull(crm, "crm");
    this.transactions = Objects.requireNonNull(transactions, "transactions");
  }

  /**
   * A session for this tenant and caller, in the current transaction if there is one.
   *
   * @throws IllegalStateException if there is one that CrmKit cannot work in, see {@link
   *     HostTransactions#current}
   */
  public CrmSession session(TenantId tenant, Actor actor) {
    return transactions.join(crm.session(tenant, actor));
  }
}
