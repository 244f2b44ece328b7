package io.crmkit.api;

import java.util.Optional;

/**
 * Knows whether the caller is in a transaction of the host, as transaction managers do. Hosts with
 * one have it from {@code crm-spring-boot-starter} or {@code crm-jta}, or write it themselves.
 *
 * <p>Safe for use by many threads.
 */
@FunctionalInterface
public interface HostTransactions {

  /**
   * The transaction that the calling thread is in: the same instance for as long as it lasts.
   *
   * @throws IllegalStateException if there is one that CrmKit cannot work in
   */
  Optional<HostTransaction> current();

  /** The session within the current transaction, or as it is if there is none. */
  default CrmSession join(CrmSession session) {
    return current().map(session::join).orElse(session);
  }
}
