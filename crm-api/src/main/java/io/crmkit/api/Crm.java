package io.crmkit.api;

import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.module.LoadedModule;
import io.crmkit.api.relay.Relay;
import java.util.List;
import java.util.ServiceLoader;

/**
 * An open CRM: one per host program, shared by all its threads.
 *
 * <pre>{@code
 * try (Crm crm = Crm.builder(AccessPolicy.allowAll()).dataSource(dataSource).open()) {
 *   CrmSession session = crm.session(new TenantId("acme"), Actor.of("lily"));
 *   session.get(Customers.class).register(...);
 * }
 * }</pre>
 *
 * Safe for use by many threads.
 */
public interface Crm extends AutoCloseable {

  /**
   * Starts the configuration of a CRM. The access policy comes first since there is no safe
   * default: {@link AccessPolicy#allowAll()} is a decision, too.
   *
   * @throws IllegalStateException if crm-core is not on the class path
   */
  static CrmBuilder builder(AccessPolicy policy) {
    return ServiceLoader.load(CrmBuilder.Factory.class, Crm.class.getClassLoader())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException("add the artifact io.crmkit:crm-core to the class path"))
        .create(policy);
  }

  /** A session for this tenant and caller: cheap, immutable, safe for many threads. */
  CrmSession session(TenantId tenant, Actor actor);

  /** Begins a transaction that the caller ends; see {@link CrmSession#join}. */
  CrmTransaction begin();

  /**
   * Delivers the durable events that are due now, of every tenant, each in a transaction of its
   * own, and returns when none is left. It may run beside the background delivery and on several
   * nodes at once.
   *
   * @return how many deliveries succeeded
   */
  int deliver();

  /**
   * Fires the timers that are due now, of every tenant, each in a transaction of its own. It may
   * run beside the background work and on several nodes at once: a timer fires on one of them.
   *
   * @return how many were fired
   */
  int fireDue();

  /** Looks after the durable work of all tenants. */
  Relay relay();

  /**
   * Clears what is kept only for a while, of every tenant, in small steps with a transaction of its
   * own each: idempotency keys, and locked names that nobody holds; see {@link
   * CrmBuilder#keepKeys}. With background delivery it is done every hour; it may run beside
   * everything else and on several nodes at once.
   *
   * @return how many were cleared
   */
  int clearOld();

  /** The modules that were loaded, in the order of their dependencies. */
  List<LoadedModule> modules();

  /** Stops background work, waiting for what is under way. The host's DataSource stays open. */
  @Override
  void close();
}
