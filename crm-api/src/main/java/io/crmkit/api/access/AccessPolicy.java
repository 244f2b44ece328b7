package io.crmkit.api.access;

/**
 * The host's say on who may read and write what. Asked once for each entity in each unit of work,
 * below every path to the data; must be fast, thread-safe and free of side effects.
 */
@FunctionalInterface
public interface AccessPolicy {

  Access decide(AccessRequest request);

  /** Everyone who reaches CrmKit may do everything within the tenant. */
  static AccessPolicy allowAll() {
    return request -> Access.allow();
  }
}
