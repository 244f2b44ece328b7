package io.crmkit.api;

import io.crmkit.api.error.Reason;
import io.crmkit.api.field.CustomValues;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One caller in one tenant. Immutable, cheap, and safe for many threads; nothing is bound to a
 * thread. Every {@code with}-like method returns another session.
 *
 * <p>A session that has {@link #join joined} a transaction, or that {@link #transaction} hands out,
 * is for the one thread that works in that transaction.
 */
public interface CrmSession {

  TenantId tenant();

  Actor actor();

  TenantProfile profile();

  /** Now, by the CRM's clock, in microseconds. */
  Instant now();

  /** Today's date in the tenant's zone. */
  LocalDate today();

  /**
   * The service of a module.
   *
   * @throws io.crmkit.api.error.ModuleUnavailable naming the artifact, if it is not there or
   *     switched off for this tenant
   */
  <S> S get(Class<S> service);

  /** The service of a module, if it is there and switched on for this tenant. */
  <S> Optional<S> find(Class<S> service);

  /**
   * A session whose commands happened at this moment, though they are recorded now. Audit and
   * history keep both times.
   */
  CrmSession occurredAt(Instant moment);

  /** A session whose commands are audited with this reason. */
  CrmSession because(String reason);

  /**
   * A session whose commands give new records of this entity these values in their custom fields,
   * where the command itself says nothing of the field.
   *
   * <pre>{@code
   * session.giving(Quote.class, CustomValues.of(REGION, "north")).get(Quotes.class).draft(...)
   * }</pre>
   *
   * @param entity the record class
   * @throws io.crmkit.api.error.InvalidInput if records of this class have no custom fields
   */
  CrmSession giving(Class<?> entity, CustomValues values);

  /** A session whose commands carry the host's correlation id into audit and events. */
  CrmSession correlatedBy(String correlationId);

  /**
   * A session whose next creating command is done at most once: the same key with the same content
   * gives the record that the first call made, the same key with other content is refused.
   *
   * @param key unique within the tenant, 1 to 200 characters
   */
  CrmSession once(String key);

  /** Does several commands together: all of them, or none. Inside a transaction it nests. */
  <R> R transaction(Function<CrmSession, R> work);

  /** A session whose calls take part in the host's transaction. */
  CrmSession join(HostTransaction transaction);

  /**
   * Asks whether the work would be allowed: it is tried and always undone; nothing is delivered.
   *
   * @return every reason against it; empty if it would succeed
   */
  List<Reason> rehearse(Function<CrmSession, ?> work);

  /**
   * Delivers this tenant's due durable events; inside a transaction those that were written in it,
   * too, within it.
   *
   * @return how many deliveries succeeded
   */
  int deliver();

  /**
   * Fires this tenant's due timers; inside a transaction those that were set in it, too, within it.
   *
   * @return how many were fired
   */
  int fireDue();
}
