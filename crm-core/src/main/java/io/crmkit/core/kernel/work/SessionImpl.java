package io.crmkit.core.kernel.work;

import io.crmkit.api.Actor;
import io.crmkit.api.CrmSession;
import io.crmkit.api.HostTransaction;
import io.crmkit.api.TenantId;
import io.crmkit.api.TenantProfile;
import io.crmkit.api.error.ModuleUnavailable;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.module.ProvidedBy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A caller in a tenant, perhaps within a transaction. Immutable. */
public final class SessionImpl implements CrmSession {

  private static final int MAX_KEY = 200;

  private final Kernel kernel;
  private final TenantId tenant;
  private final Actor actor;
  private final CallContext context;
  private final @Nullable TxContext bound;

  private SessionImpl(
      Kernel kernel, TenantId tenant, Actor actor, CallContext context, @Nullable TxContext bound) {
    this.kernel = kernel;
    this.tenant = tenant;
    this.actor = actor;
    this.context = context;
    this.bound = bound;
  }

  public static SessionImpl of(Kernel kernel, TenantId tenant, Actor actor) {
    return new SessionImpl(kernel, tenant, actor, CallContext.NONE, null);
  }

  /** This session within a transaction. */
  public SessionImpl boundTo(TxContext tx) {
    return new SessionImpl(kernel, tenant, actor, context, tx);
  }

  /** The session of the kernel itself within the same transaction. */
  SessionImpl asSystem() {
    return new SessionImpl(kernel, tenant, Actor.system(), context, bound);
  }

  /** Reads, also within a command, give what the actor is shown. */
  SessionImpl asShown() {
    return with(context.shown());
  }

  SessionImpl withoutKey() {
    return with(context.key(null));
  }

  CallContext context() {
    return context;
  }

  /** The transaction at hand; that of the command that is under way on the same connection. */
  @Nullable TxContext bound() {
    return bound == null ? null : bound.current();
  }

  Kernel kernel() {
    return kernel;
  }

  @Override
  public TenantId tenant() {
    return tenant;
  }

  @Override
  public Actor actor() {
    return actor;
  }

  @Override
  public TenantProfile profile() {
    return kernel.environment().profiles().apply(tenant);
  }

  @Override
  public Instant now() {
    return kernel.now();
  }

  @Override
  public LocalDate today() {
    return LocalDate.ofInstant(now(), profile().zone());
  }

  @Override
  public <S> S get(Class<S> service) {
    Extensions.Service entry = kernel.extensions().services().get(service);
    ProvidedBy provider = service.getAnnotation(ProvidedBy.class);
    String artifact = provider == null ? "" : provider.value();
    if (entry == null) {
      String hint = artifact.isEmpty() ? "" : "; add the artifact " + artifact;
      throw new ModuleUnavailable(
          "no loaded module provides " + service.getName() + hint, service.getName(), artifact);
    }
    if (!kernel.switches().isOn(tenant, entry.module(), bound())) {
      throw new ModuleUnavailable(
          "the module " + entry.module() + " is switched off for tenant " + tenant,
          service.getName(),
          artifact);
    }
    return service.cast(entry.factory().apply(new SessionWork(this)));
  }

  @Override
  public <S> Optional<S> find(Class<S> service) {
    Extensions.Service entry = kernel.extensions().services().get(service);
    return entry == null || !kernel.switches().isOn(tenant, entry.module(), bound())
        ? Optional.empty()
        : Optional.of(service.cast(entry.factory().apply(new SessionWork(this))));
  }

  @Override
  public CrmSession occurredAt(Instant moment) {
    return with(context.occurredAt(moment.truncatedTo(ChronoUnit.MICROS)));
  }

  @Override
  public CrmSession because(String reason) {
    return with(context.reason(reason));
  }

  @Override
  public CrmSession giving(Class<?> entity, CustomValues values) {
    FieldDeclarations.customizable(kernel.models(), entity);
    return with(context.custom(entity, values));
  }

  @Override
  public CrmSession correlatedBy(String correlationId) {
    return with(context.correlationId(correlationId));
  }

  @Override
  public CrmSession once(String key) {
    if (key.isBlank() || key.length() > MAX_KEY) {
      throw new IllegalArgumentException("an idempotency key has 1 to " + MAX_KEY + " characters");
    }
    return with(context.key(key));
  }

  @Override
  public <R> R transaction(Function<CrmSession, R> work) {
    TxContext outer = bound();
    if (outer != null) {
      return nested(outer, work);
    }
    TxContext tx = kernel.begin(TxContext.Kind.GROUP);
    try {
      R result = work.apply(boundTo(tx));
      tx.commit();
      return result;
    } finally {
      tx.rollback();
    }
  }

  @Override
  public CrmSession join(HostTransaction transaction) {
    if (bound != null) {
      throw new IllegalStateException("this session is within a transaction already");
    }
    if (transaction instanceof KernelTransaction own) {
      return boundTo(own.contextOf(kernel));
    }
    return boundTo(kernel.join(transaction));
  }

  @Override
  public List<Reason> rehearse(Function<CrmSession, ?> work) {
    TxContext outer = bound();
    TxContext tx = outer != null ? outer : kernel.begin(TxContext.Kind.GROUP);
    if (!tx.savepointsAllowed()) {
      throw new IllegalStateException("a rehearsal needs savepoints, which this host forbids");
    }
    tx.requireWritable();
    Checkpoint checkpoint = Checkpoint.set(kernel, tx);
    Rehearsed end = new Rehearsed();
    try {
      Object unused = work.apply(boundTo(tx));
      return List.of();
    } catch (Refused refused) {
      return refused.reasons();
    } finally {
      checkpoint.undo(end);
      checkpoint.leave();
      if (outer == null) {
        tx.rollback();
      }
    }
  }

  /** Why the effects of a rehearsal are undone. */
  private static final class Rehearsed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Rehearsed() {
      super("a rehearsal could not be undone", null, true, false);
    }
  }

  @Override
  public int deliver() {
    return new DueWork(kernel).doAll(Lane.Kind.DELIVERIES, this);
  }

  @Override
  public int fireDue() {
    return new DueWork(kernel).doAll(Lane.Kind.TIMERS, this);
  }

  private <R> R nested(TxContext tx, Function<CrmSession, R> work) {
    tx.requireWhole();
    Checkpoint checkpoint = Checkpoint.set(kernel, tx);
    try {
      R result = work.apply(boundTo(tx));
      tx.requireWhole();
      checkpoint.keep();
      return result;
    } catch (RuntimeException | Error e) {
      checkpoint.undo(e);
      throw e;
    } finally {
      checkpoint.leave();
    }
  }

  private SessionImpl with(CallContext changed) {
    return new SessionImpl(kernel, tenant, actor, changed, bound);
  }
}
