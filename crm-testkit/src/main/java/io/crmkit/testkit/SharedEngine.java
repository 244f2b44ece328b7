package io.crmkit.testkit;

import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.TenantId;
import io.crmkit.api.TenantProfile;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.event.EventEnvelope;
import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.testkit.sql.StatementLog;
import io.crmkit.testkit.storage.GivenPostgres;
import io.crmkit.testkit.storage.TestPlace;
import io.crmkit.testkit.storage.TestStorage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** An engine on one storage with one setup, shared by all runs in the JVM that want the same. */
final class SharedEngine {

  private record Key(String storage, Class<?> setup) {}

  private static final Map<Key, SharedEngine> OPEN = new ConcurrentHashMap<>();
  private static final AtomicInteger TENANTS = new AtomicInteger();

  /** Tells this run's tenants from those of others, where the database was there before. */
  private static final String RUN =
      GivenPostgres.isGiven() ? UUID.randomUUID().toString().substring(0, 8) + "-" : "";

  private final String storage;
  private final CrmSetup setup;
  private final TestPlace place;
  private final MutableClock clock = new MutableClock();
  private final SeededIds ids = new SeededIds();
  private final Map<TenantId, AccessPolicy> policies = new ConcurrentHashMap<>();
  private final Map<TenantId, TenantProfile> profiles = new ConcurrentHashMap<>();
  private final ObserverModule observer;
  private final StatementLog log = new StatementLog();
  private final Optional<DataSource> dataSource;
  private final Crm crm;

  private SharedEngine(TestStorage storage, CrmSetup setup) {
    this.storage = storage.name();
    this.setup = setup;
    this.place = storage.shared();
    log.listen(LibraryStatements::add);
    this.dataSource = place.dataSource().map(log::watch);
    List<CrmModule> own = setup.modules();
    this.observer = ObserverModule.watching(Stream.concat(found(), own.stream()).toList());
    CrmBuilder builder =
        Crm.builder(new PolicyOfTenant(policies))
            .delivery(CrmBuilder.Delivery.MANUAL)
            .tenants(t -> profiles.getOrDefault(t, TenantProfile.standard()));
    setup.configure(builder);
    own.forEach(builder::module);
    place.configure(builder.clock(clock).ids(ids).module(observer).module(new PartsModule()));
    dataSource.ifPresent(builder::dataSource);
    this.crm = builder.open();
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  /** The engine for this storage and setup; made at the first call. */
  static SharedEngine of(TestStorage storage, Class<? extends CrmSetup> setup) {
    Key key = new Key(storage.name(), setup);
    SharedEngine known = OPEN.get(key);
    if (known == null) {
      known = new SharedEngine(storage, make(setup));
      OPEN.put(key, known);
    }
    return known;
  }

  private static CrmSetup make(Class<? extends CrmSetup> setup) {
    if (setup == CrmSetup.class) {
      return new CrmSetup() {};
    }
    try {
      var constructor = setup.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a setup needs a constructor without parameters", e);
    }
  }

  private static Stream<CrmModule> found() {
    return ServiceLoader.load(CrmModule.class).stream().map(ServiceLoader.Provider::get);
  }

  /** Begins the run of one body: the same time and ids as in every other. */
  TestCrm begin(TenantId tenant, long seed) {
    clock.set(MutableClock.START);
    ids.reset(seed);
    setup.prepare();
    return new TestCrm(this, tenant, seed);
  }

  TenantId freshTenant(String word) {
    return new TenantId(word + "-" + RUN + TENANTS.incrementAndGet());
  }

  String storage() {
    return storage;
  }

  CrmSetup setup() {
    return setup;
  }

  Crm crm() {
    return crm;
  }

  MutableClock clock() {
    return clock;
  }

  SeededIds ids() {
    return ids;
  }

  void policy(TenantId tenant, AccessPolicy policy) {
    policies.put(tenant, policy);
  }

  void profile(TenantId tenant, TenantProfile profile) {
    profiles.put(tenant, profile);
  }

  List<EventEnvelope<?>> envelopes(TenantId tenant) {
    return observer.heard(crm, tenant);
  }

  ObserverModule observer() {
    return observer;
  }

  Optional<DataSource> dataSource() {
    return dataSource;
  }

  StatementLog log() {
    return log;
  }

  Fingerprint fingerprint(TenantId tenant) {
    return place
        .dataSource()
        .map(database -> Fingerprint.ofDatabase(database, tenant))
        .orElseGet(() -> observer.fingerprint(crm, tenant));
  }

  private void close() {
    crm.close();
    place.close();
  }
}
