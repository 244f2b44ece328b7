package io.crmkit.core.kernel.work;

import io.crmkit.api.CrmSession;
import io.crmkit.api.access.AccessRequest.Operation;
import io.crmkit.api.access.FieldPolicy;
import io.crmkit.api.audit.AuditEntry;
import io.crmkit.api.audit.AuditEntryId;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.StaleVersion;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventEnvelope;
import io.crmkit.api.extension.ActionPoint;
import io.crmkit.api.extension.ContributionPoint;
import io.crmkit.api.extension.GuardPoint;
import io.crmkit.api.field.FieldDefinition;
import io.crmkit.api.field.FieldType;
import io.crmkit.api.value.EntityId;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.kernel.criteria.RecordMatcher;
import io.crmkit.core.kernel.model.DbType;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.storage.Selection;
import io.crmkit.core.kernel.storage.StorageTx;
import io.crmkit.core.kernel.storage.StorageTx.QueryAdapters;
import io.crmkit.core.kernel.work.KernelEntities.FeedWrite;
import io.crmkit.core.kernel.work.KernelEntities.KernelId;
import io.crmkit.core.spi.storage.Entity;
import io.crmkit.core.spi.timer.Timers;
import io.crmkit.core.spi.work.Redaction;
import io.crmkit.core.spi.work.Store;
import io.crmkit.core.spi.work.Tx;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A unit of work as a service sees it. */
final class Scope implements Tx {

  private static final String READING = "";

  private final SessionImpl session;
  private final TxContext tx;
  private final String command;
  private final Instant now;
  private final Instant occurredAt;
  private final Eyes eyes;
  private final @Nullable Scope wide;
  private final Set<Object> reserved;

  /** Whether what is read here is for the caller to see, and not for a command to work with. */
  private final boolean shows;

  private Scope(SessionImpl session, TxContext tx, String command) {
    this.session = session;
    this.tx = tx;
    this.command = command;
    this.now = session.now();
    Instant occurred = session.context().occurredAt();
    this.occurredAt = occurred == null ? now : occurred;
    this.eyes = Eyes.ofActor(session);
    this.reserved = new HashSet<>(0);
    this.shows = command.equals(READING) && (tx.depth() == 0 || session.context().asShown());
    this.wide = new Scope(this);
  }

  /** The same unit of work with eyes for the whole tenant. */
  private Scope(Scope narrow) {
    this.session = narrow.session;
    this.tx = narrow.tx;
    this.command = narrow.command;
    this.now = narrow.now;
    this.occurredAt = narrow.occurredAt;
    this.eyes = Eyes.wide(narrow.session);
    this.reserved = narrow.reserved;
    this.shows = false;
    this.wide = null;
  }

  static Scope writing(SessionImpl session, TxContext tx, String command) {
    return new Scope(session, tx, command);
  }

  static Scope reading(SessionImpl session, TxContext tx) {
    return new Scope(session, tx, READING);
  }

  Kernel kernel() {
    return session.kernel();
  }

  TxContext context() {
    return tx;
  }

  StorageTx storage() {
    return tx.storage();
  }

  SessionImpl sessionImpl() {
    return session;
  }

  /** Unique keys that were found free under their locks in this unit of work. */
  Set<Object> reserved() {
    return reserved;
  }

  @Override
  public CrmSession session() {
    return session;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public LocalDate today() {
    return LocalDate.ofInstant(now, session.profile().zone());
  }

  @Override
  public Instant occurredAt() {
    return occurredAt;
  }

  @Override
  public UUID newId() {
    return kernel().newId();
  }

  @Override
  public <E> Store<E> store(Entity<E> entity) {
    return new GuardedStore<>(this, kernel().models().of(entity));
  }

  @Override
  public Tx tenantWide() {
    return wide == null ? this : wide;
  }

  @Override
  public <Q> Q queries(Class<Q> type) {
    @SuppressWarnings("unchecked")
    QueryAdapters<Q> adapters = (QueryAdapters<Q>) kernel().extensions().queries().get(type);
    if (adapters == null) {
      throw new IllegalArgumentException("no module registers the queries " + type.getName());
    }
    return storage().queries(adapters, session.tenant(), new ScopeCut(this));
  }

  <E> Criteria<E> allowed(EntityModel<E> model, Operation operation) {
    return eyes.allowed(model, operation);
  }

  /** What the fields of this entity are under; null if under nothing. */
  <E> @Nullable FieldVeil<E> veil(EntityModel<E> model) {
    return eyes.veil(
        model,
        name -> {
          FieldDefinition field =
              kernel().fields().of(session.tenant(), tx).named(model.name(), name);
          return field != null && field.type() == FieldType.TEXT;
        });
  }

  /** Whether what is read leaves CrmKit, and is not for a command to work with. */
  boolean isForCaller() {
    return shows;
  }

  /** Whether the policy has rules for fields at all. */
  boolean showsLess() {
    return kernel().environment().policy().fields() != FieldPolicy.none();
  }

  /**
   * The record as the caller is shown it. Commands are given records whole: what becomes of them
   * must not depend on who asks for it.
   */
  <E> E shown(EntityModel<E> model, E row) {
    FieldVeil<E> veil = shows ? veil(model) : null;
    return veil == null ? row : veil.shown(row);
  }

  <E> List<E> shown(EntityModel<E> model, List<E> rows) {
    FieldVeil<E> veil = shows ? veil(model) : null;
    return veil == null || !veil.coversSomething() ? rows : rows.stream().map(veil::shown).toList();
  }

  <E> boolean seesAll(EntityModel<E> model) {
    return allowed(model, Operation.READ) instanceof Criteria.All<E>;
  }

  /** Whether the record at hand matches. */
  <E> boolean matches(EntityModel<E> model, Criteria<E> criteria, E row) {
    return matching(model, criteria).test(row);
  }

  /** Whether records at hand match; what they refer to is loaded once. For use before any write. */
  <E> Predicate<E> matching(EntityModel<E> model, Criteria<E> criteria) {
    if (criteria instanceof Criteria.All<E>) {
      return row -> true;
    }
    Map<List<Object>, Optional<Object>> loaded = new HashMap<>();
    return new RecordMatcher(
            kernel().models(),
            new RecordMatcher.Lookup() {
              @Override
              @SuppressWarnings("unchecked")
              public <T> @Nullable T load(EntityModel<T> other, UUID id) {
                return (T)
                    loaded
                        .computeIfAbsent(
                            List.of(other.name(), id),
                            key -> Optional.ofNullable(storage().load(other, session.tenant(), id)))
                        .orElse(null);
              }

              @Override
              public <T> List<T> all(EntityModel<T> other, Criteria<T> where) {
                return storage().select(other, session.tenant(), Selection.all(where));
              }
            })
        .compile(model, criteria);
  }

  @Override
  public void lock(Entity<?> entity, Collection<? extends EntityId> ids) {
    TreeSet<UUID> ordered = new TreeSet<>(DbType::unsigned);
    ids.forEach(id -> ordered.add(id.value()));
    storage().lock(kernel().models().of(entity), session.tenant(), List.copyOf(ordered));
  }

  @Override
  public void lockNames(String scope, Collection<String> names) {
    storage().lockNames(session.tenant(), scope, List.copyOf(new TreeSet<>(names)));
  }

  /** Locks names for facts that are read next. */
  void lockNamesAhead(String scope, Collection<String> names) {
    storage().lockNamesAhead(session.tenant(), scope, List.copyOf(new TreeSet<>(names)));
  }

  @Override
  public long nextNumber(String sequence) {
    String key = session.tenant().value() + "\n" + sequence;
    SequenceCount count = tx.sequences().get(key);
    if (count == null) {
      lockNamesAhead("sequence", List.of(sequence));
      count =
          new SequenceCount(
              raw(KernelEntities.SEQUENCES, KernelId.named(sequence)),
              session.tenant().value(),
              sequence);
      tx.sequences().put(key, count);
    }
    return ++count.last;
  }

  @Override
  public Timers timers() {
    return new TimerStore(this);
  }

  @Override
  public void publish(CrmEvent event) {
    EventEnvelope<CrmEvent> envelope =
        new EventEnvelope<>(
            newId(), session.tenant(), session.actor().id(), occurredAt, now, event);
    new EventWriter(this).write(envelope);
    tx.events().add(new PublishedEvent(envelope, session));
  }

  @Override
  public <T> List<T> contributions(ContributionPoint<T> point) {
    return new ExtensionCalls(session, tx).contributions(point);
  }

  @Override
  public <T, R> Gathered<R> gather(ContributionPoint<T> point, Function<T, List<R>> ask) {
    return new ExtensionCalls(session, tx).gather(point, ask);
  }

  @Override
  public <C> List<Reason> guards(GuardPoint<C> point, C context, List<GuardCall> calls) {
    return new ExtensionCalls(session, tx).guards(point, context, calls);
  }

  @Override
  public <C> List<Reason> everyGuard(GuardPoint<C> point, C context) {
    return new ExtensionCalls(session, tx).everyGuard(point, context);
  }

  @Override
  public List<Reason> missing(ActionPoint<?> point, List<ActionCall> calls) {
    return new ExtensionCalls(session, tx).missing(point, calls);
  }

  @Override
  public <C> void act(ActionPoint<C> point, C context, List<ActionCall> calls) {
    requireWriting();
    new ExtensionCalls(session, tx).act(point, context, calls);
  }

  @Override
  public Redaction.Done redact(Redaction redaction) {
    requireWriting();
    return new Redactor(this, redaction).redact();
  }

  @Override
  public CrmSession asShown() {
    return session.asShown();
  }

  boolean isWide() {
    return wide == null;
  }

  /** Reads below the guard. */
  <E> @Nullable E raw(Entity<E> entity, EntityId id) {
    return storage().load(kernel().models().of(entity), session.tenant(), id.value());
  }

  /** Replaces below the guard, for the kernel's own records. */
  <E> void updateRaw(Entity<E> entity, E before, E after) {
    try {
      storage().update(kernel().models().of(entity), session.tenant(), before, after);
    } catch (StaleVersion e) {
      tx.markLostRace();
      throw e;
    }
  }

  /** Writes below the guard, for the kernel's own records. */
  <E> void insertRaw(Entity<E> entity, E row) {
    storage().insert(kernel().models().of(entity), session.tenant(), row);
  }

  void audit(
      AuditEntry.Operation operation,
      EntityRef subject,
      long version,
      List<AuditEntry.FieldChange> changes) {
    CallContext call = session.context();
    AuditEntryId id = new AuditEntryId(newId());
    EntityModel<?> model = kernel().models().named(subject.entity());
    if (model != null && !model.entity().unaudited()) {
      boolean deleted = operation == AuditEntry.Operation.DELETED;
      tx.writes().add(new FeedWrite(id.value(), subject.id(), deleted ? version + 1 : version));
    }
    insertRaw(
        KernelEntities.AUDIT,
        new AuditEntry(
            id,
            1,
            subject,
            version,
            operation,
            new AuditEntry.Caller(
                command,
                session.actor().id(),
                session.actor().onBehalfOf(),
                call.reason(),
                call.correlationId()),
            new AuditEntry.Times(occurredAt, now),
            changes));
  }

  void requireWriting() {
    if (command.equals(READING)) {
      throw new IllegalStateException("a unit of work that reads cannot write");
    }
  }
}
