package io.crmkit.core.kernel.work;

import io.crmkit.api.HostTransaction;
import io.crmkit.api.TenantId;
import io.crmkit.api.TenantProfile;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.core.kernel.model.ModelRegistry;
import io.crmkit.core.kernel.storage.Storage;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/** What all sessions of an engine share. Immutable but for its caches; safe for many threads. */
public final class Kernel {

  private final Environment environment;
  private final Storage storage;
  private final ModelRegistry models;
  private final Extensions extensions;
  private final Switches switches;
  private final Joins joins = new Joins();
  private final AtomicLong position = new AtomicLong();
  private final Runnable wakeRelay;

  /**
   * What the host gave.
   *
   * @param policy who may do what
   * @param clock the time
   * @param ids new ids
   * @param profiles what each tenant takes for granted
   */
  public record Environment(
      AccessPolicy policy,
      InstantSource clock,
      Supplier<UUID> ids,
      Function<TenantId, TenantProfile> profiles) {}

  public Kernel(
      Environment environment,
      Storage storage,
      ModelRegistry models,
      Extensions extensions,
      Runnable wakeRelay) {
    this.environment = environment;
    this.storage = storage;
    this.models = models;
    this.extensions = extensions;
    this.switches = new Switches(this);
    this.wakeRelay = wakeRelay;
  }

  public Environment environment() {
    return environment;
  }

  public Storage storage() {
    return storage;
  }

  public ModelRegistry models() {
    return models;
  }

  public Extensions extensions() {
    return extensions;
  }

  Switches switches() {
    return switches;
  }

  /** Always the same: a transaction wakes the relay once, however many events it has. */
  Runnable wakeRelay() {
    return wakeRelay;
  }

  public Instant now() {
    return environment.clock().instant().truncatedTo(ChronoUnit.MICROS);
  }

  UUID newId() {
    return environment.ids().get();
  }

  /**
   * The place of an event in the order of delivery: the time in microseconds, never the same or
   * smaller twice on a node. It does not follow the injected clock, which tests turn back.
   */
  long nextPosition() {
    long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    return position.updateAndGet(last -> Math.max(last + 1, now));
  }

  TxContext begin(TxContext.Kind kind) {
    boolean reads = kind == TxContext.Kind.READ;
    return new TxContext(reads ? storage.beginReading() : storage.begin(), kind);
  }

  /** The context of the host's transaction. */
  TxContext join(HostTransaction host) {
    return joins.join(storage, host);
  }
}
