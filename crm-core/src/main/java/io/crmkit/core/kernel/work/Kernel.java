package io.crmkit.core.kernel.work;

import io.crmkit.api.HostTransaction;
import io.crmkit.api.TenantId;
import io.crmkit.api.TenantProfile;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.relay.RelayOptions;
import io.crmkit.core.kernel.model.ModelRegistry;
import io.crmkit.core.kernel.storage.Storage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** What all sessions of an engine share. Immutable but for its caches; safe for many threads. */
public final class Kernel {

  private final Environment environment;
  private final Storage storage;
  private final ModelRegistry models;
  private final Extensions extensions;
  private final Switches switches;
  private final FieldCatalog fields;
  private final SettingCatalog settings;
  private final Joins joins = new Joins();
  private final AtomicLong position = new AtomicLong();
  private final Consumer<Set<Lane>> wakeRelay;
  private final Set<TenantId> toBeResumed = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean resumed = new AtomicBoolean();

  /**
   * What the host gave.
   *
   * @param policy who may do what
   * @param clock the time
   * @param ids new ids
   * @param profiles what each tenant takes for granted
   * @param relay how durable work is done
   * @param staleness for how long definitions may be out of date
   * @param feedKept for how long changes are kept in the feed
   */
  public record Environment(
      AccessPolicy policy,
      InstantSource clock,
      Supplier<UUID> ids,
      Function<TenantId, TenantProfile> profiles,
      RelayOptions relay,
      Duration staleness,
      Duration feedKept) {}

  public Kernel(
      Environment environment,
      Storage storage,
      ModelRegistry models,
      Extensions extensions,
      Consumer<Set<Lane>> wakeRelay) {
    this.environment = environment;
    this.storage = storage;
    this.models = models;
    this.extensions = extensions;
    this.switches = new Switches(this);
    this.fields = new FieldCatalog(this);
    this.settings = new SettingCatalog(this);
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

  FieldCatalog fields() {
    return fields;
  }

  SettingCatalog settings() {
    return settings;
  }

  /** What is to be done after a commit that gave this lane something to do. */
  Runnable waking(Lane lane) {
    return new Waking(this, lane);
  }

  /** Equal for the same lane: a transaction wakes it once, however many events it has. */
  private record Waking(Kernel kernel, Lane lane) implements Runnable {
    @Override
    public void run() {
      kernel.wakeRelay.accept(Set.of(lane));
    }
  }

  /** What is to be done after a commit that switched a module on. */
  Runnable resuming(TenantId tenant) {
    return new Resuming(this, tenant);
  }

  private record Resuming(Kernel kernel, TenantId tenant) implements Runnable {
    @Override
    public void run() {
      kernel.toBeResumed.add(tenant);
    }
  }

  /** Tenants for which a module came back, so that its suspended work can go on. */
  Set<TenantId> toBeResumed() {
    return toBeResumed;
  }

  /** Whether suspended work of all tenants was looked at since the start. */
  AtomicBoolean resumed() {
    return resumed;
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
