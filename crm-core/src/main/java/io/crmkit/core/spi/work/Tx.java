package io.crmkit.core.spi.work;

import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.extension.ActionPoint;
import io.crmkit.api.value.EntityId;
import io.crmkit.core.spi.storage.Entity;
import io.crmkit.core.spi.timer.Timers;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * A unit of work that writes. Everything in it happens, or nothing does. For the one thread that
 * runs it, and no longer than it runs.
 */
public interface Tx extends ReadTx {

  @Override
  <E> Store<E> store(Entity<E> entity);

  @Override
  Tx tenantWide();

  /** When what is being done happened; equal to {@link #now} unless the caller said otherwise. */
  Instant occurredAt();

  /** A new, time-ordered id. */
  UUID newId();

  /**
   * Locks these records until the transaction ends, so that what is read of them afterwards stays
   * true. Taken in the order of ids; ids of records that do not exist are passed over. Invariants
   * over several rows are decided under such a lock.
   */
  void lock(Entity<?> entity, Collection<? extends EntityId> ids);

  /**
   * Locks a name of which there may be no row yet, such as a serial number about to be used.
   *
   * @param scope what kind of name it is, such as {@code "asset.serial"}
   * @param names the names, taken in order
   */
  void lockNames(String scope, Collection<String> names);

  /** The next number of a gapless count within the tenant, starting at 1; held until the end. */
  long nextNumber(String sequence);

  /** What is to be done at a later moment. */
  Timers timers();

  /**
   * Runs the named actions in their order, within this command.
   *
   * @throws io.crmkit.api.error.Refused if no active module provides one of them, before any is
   *     run; see {@link #missing}
   */
  <C> void act(ActionPoint<C> point, C context, List<ActionCall> calls);

  /** Tells what happened; delivered in this transaction and, durably, after it. */
  void publish(CrmEvent event);

  /**
   * Takes personal values out of the audit, of stored events, of the errors of deliveries, of
   * timers, of answers kept under idempotency keys, and of records where their entity declares that
   * people may be named ({@code mentionsPeopleIn}), and puts {@link
   * io.crmkit.api.audit.AuditEntry#ERASED_VALUE} in their place. That something changed, when and
   * by whom stays; so does what is not personal. It is audited itself. Everything else in the
   * records is the caller's to change, before this is called, so that their last change is covered,
   * too.
   *
   * <p>With the actor's eyes, only for a record that he may see and delete; with eyes for the whole
   * tenant, the caller has decided that. For erasure of people's data, not for corrections: nothing
   * brings a value back.
   *
   * @throws io.crmkit.api.error.NotFound if the actor may not see the subject
   * @throws io.crmkit.api.error.AccessDenied if he may not delete it
   */
  Redaction.Done redact(Redaction redaction);
}
