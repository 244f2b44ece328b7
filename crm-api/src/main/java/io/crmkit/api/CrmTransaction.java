package io.crmkit.api;

/**
 * A transaction that the host begins and ends by hand, on any storage, memory included.
 *
 * <pre>{@code
 * try (CrmTransaction tx = crm.begin()) {
 *   crm.session(tenant, actor).join(tx).get(Leads.class).capture(lead);
 *   tx.commit();
 * }
 * }</pre>
 *
 * Not safe for use by several threads at once. Closing without a commit rolls back.
 */
public interface CrmTransaction extends HostTransaction, AutoCloseable {

  /** Makes everything done in it durable; runs what waited for the commit. */
  void commit();

  /** Undoes everything done in it. */
  void rollback();

  /** Rolls back unless committed; does nothing when ended already. */
  @Override
  void close();
}
