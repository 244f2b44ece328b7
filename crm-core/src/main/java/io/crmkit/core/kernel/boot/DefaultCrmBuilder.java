package io.crmkit.core.kernel.boot;

import com.google.inject.Injector;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.DatabaseProduct;
import io.crmkit.api.SchemaScripts;
import io.crmkit.api.TenantId;
import io.crmkit.api.TenantProfile;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.error.StartFailed;
import io.crmkit.api.field.FieldDefinition;
import io.crmkit.api.module.CrmExtension;
import io.crmkit.api.relay.RelayOptions;
import io.crmkit.api.setting.Setting;
import io.crmkit.core.kernel.event.RelayPool;
import io.crmkit.core.kernel.event.RetentionThread;
import io.crmkit.core.kernel.json.Json;
import io.crmkit.core.kernel.memory.MemoryStorage;
import io.crmkit.core.kernel.model.ModelRegistry;
import io.crmkit.core.kernel.sql.Dialect;
import io.crmkit.core.kernel.sql.SchemaName;
import io.crmkit.core.kernel.storage.Storage;
import io.crmkit.core.kernel.work.DueWork;
import io.crmkit.core.kernel.work.Extensions;
import io.crmkit.core.kernel.work.Kernel;
import io.crmkit.core.kernel.work.Retention;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens engines. */
final class DefaultCrmBuilder implements CrmBuilder {

  private static final Logger LOG = LoggerFactory.getLogger(Crm.class);

  private final AccessPolicy policy;
  private final List<CrmExtension> modules = new ArrayList<>();
  private final Map<Class<?>, Object> ports = new HashMap<>();
  private final Map<String, ModuleSettings.HostChoice> settings = new TreeMap<>();
  private @Nullable DataSource dataSource;
  private @Nullable Supplier<UUID> ids;
  private @Nullable ClassLoader loader;
  private Schema schema = Schema.MIGRATE;
  private SchemaName schemaName = SchemaName.CURRENT;
  private Delivery delivery = Delivery.BACKGROUND;
  private RelayOptions relayOptions = RelayOptions.standard();
  private Duration staleness = Duration.ofSeconds(5);
  private Duration changesKept = Duration.ofDays(30);
  private InstantSource clock = InstantSource.system();
  private Duration keepKeys = Duration.ofDays(30);
  private Function<TenantId, TenantProfile> profiles = tenant -> TenantProfile.standard();

  DefaultCrmBuilder(AccessPolicy policy) {
    this.policy = Objects.requireNonNull(policy, "policy");
  }

  @Override
  public CrmBuilder inMemory() {
    dataSource = null;
    return this;
  }

  @Override
  public CrmBuilder dataSource(DataSource source) {
    dataSource = Objects.requireNonNull(source, "dataSource");
    return this;
  }

  @Override
  public CrmBuilder schema(Schema mode) {
    schema = mode;
    return this;
  }

  @Override
  public CrmBuilder schemaName(String name) {
    schemaName = SchemaName.of(name);
    return this;
  }

  @Override
  public CrmBuilder delivery(Delivery mode) {
    delivery = mode;
    return this;
  }

  @Override
  public CrmBuilder relay(RelayOptions options) {
    relayOptions = Objects.requireNonNull(options, "options");
    return this;
  }

  @Override
  public CrmBuilder staleness(Duration most) {
    if (most.isNegative()) {
      throw new IllegalArgumentException("the staleness is negative: " + most);
    }
    staleness = most;
    return this;
  }

  @Override
  public CrmBuilder changesKept(Duration kept) {
    if (kept.isNegative() || kept.isZero()) {
      throw new IllegalArgumentException("changes are kept for longer than zero, not " + kept);
    }
    changesKept = kept;
    return this;
  }

  @Override
  public CrmBuilder keepKeys(Duration time) {
    if (time.compareTo(Retention.SHORTEST) < 0) {
      throw new IllegalArgumentException("keys are kept for a day at least, not for " + time);
    }
    keepKeys = time;
    return this;
  }

  @Override
  public CrmBuilder clock(InstantSource source) {
    clock = source;
    return this;
  }

  @Override
  public CrmBuilder ids(Supplier<UUID> source) {
    ids = source;
    return this;
  }

  @Override
  public CrmBuilder tenants(Function<TenantId, TenantProfile> source) {
    profiles = source;
    return this;
  }

  @Override
  public CrmBuilder classLoader(ClassLoader source) {
    loader = source;
    return this;
  }

  @Override
  public CrmBuilder module(CrmExtension module) {
    modules.add(module);
    return this;
  }

  @Override
  public <P> CrmBuilder port(Class<P> port, P implementation) {
    ports.put(port, implementation);
    return this;
  }

  @Override
  public <T> CrmBuilder setting(Setting<T> setting, T value) {
    settings.put(setting.key(), ModuleSettings.HostChoice.of(setting, value));
    return this;
  }

  @Override
  public Crm open() {
    Ahead<Injector> base = Ahead.begin("wiring", () -> Wiring.base(clock));
    Migrations.Tables place =
        dataSource == null ? null : new Migrations.Tables(dataSource, schemaName);
    CompletableFuture<List<Registration>> registered = new CompletableFuture<>();
    Ahead<Database> database =
        place == null
            ? null
            : Ahead.begin("database", () -> Database.lookedAt(place, registered::join));
    List<String> faults = new ArrayList<>();
    List<Registration> registrations = register(registered, faults);
    SchemaName tables = place == null ? SchemaName.CURRENT : schemaName;
    Ahead<Models> compiling = Ahead.begin("models", () -> Models.of(registrations, tables));
    Extensions extensions = new Wiring(registrations, Map.copyOf(ports), base, faults).wire();
    Models models = compiling.result();
    faults.addAll(models.faults());
    List<FieldDefinition> fields = new ModuleFields(models.registry(), faults).of(registrations);
    Map<String, Extensions.DeclaredSetting> declared =
        new ModuleSettings(settings, faults).of(registrations);
    Database found = database == null ? null : found(database, faults);
    if (found != null) {
      faults.addAll(found.faults());
    }
    if (!faults.isEmpty()) {
      throw new StartFailed(faults);
    }
    Storage storage =
        found == null ? new MemoryStorage(models.registry()) : stored(found, models.registry());
    return engine(
        storage, models.registry(), extensions.with(new Extensions.Declared(fields, declared)));
  }

  private List<Registration> register(
      CompletableFuture<List<Registration>> registered, List<String> faults) {
    try {
      ModuleFinder.Found found = new ModuleFinder().find(loader(), modules);
      faults.addAll(found.faults());
      registered.complete(found.registrations());
      return found.registrations();
    } finally {
      registered.cancel(false); // whoever waits for modules that cannot be had
    }
  }

  @Override
  public SchemaScripts scripts(DatabaseProduct product) {
    Dialect dialect = Dialect.valueOf(product.name());
    List<Registration> registrations = new ModuleFinder().find(loader(), modules).sound();
    List<String> faults = new ArrayList<>();
    List<ModuleScripts> scripts = ModuleScripts.of(registrations, dialect, faults);
    if (!faults.isEmpty()) {
      throw new StartFailed(faults);
    }
    return new ScriptExport(dialect, schemaName, scripts);
  }

  /**
   * Every write will want JSON, whose mapper takes its time; while tables are made is a good one.
   */
  private Storage stored(Database database, ModelRegistry models) {
    Ahead<Boolean> json =
        Ahead.begin(
            "json",
            () -> {
              Json.prepare();
              return true;
            });
    Storage storage = database.storage(schema, models, clock);
    json.result();
    return storage;
  }

  private static @Nullable Database found(Ahead<Database> database, List<String> faults) {
    try {
      return database.result();
    } catch (StartFailed e) {
      faults.addAll(e.faults());
      return null;
    }
  }

  private Engine engine(Storage storage, ModelRegistry models, Extensions extensions) {
    Kernel.Environment environment =
        new Kernel.Environment(
            policy,
            clock,
            ids == null ? new TimeOrderedIds(clock) : ids,
            profiles,
            relayOptions,
            staleness,
            changesKept);
    boolean background = delivery == Delivery.BACKGROUND && !extensions.durable().isEmpty();
    RelayPool relay = background ? new RelayPool(relayOptions.workers()) : null;
    Kernel kernel =
        new Kernel(
            environment, storage, models, extensions, relay == null ? lanes -> {} : relay::wake);
    if (relay != null) {
      relay.start(new DueWork(kernel));
    }
    if (LOG.isInfoEnabled()) {
      LOG.info("modules:\n{}", ModuleTable.of(extensions.modules()));
    }
    Retention retention = new Retention(kernel, keepKeys);
    RetentionThread clearing =
        delivery == Delivery.BACKGROUND ? new RetentionThread(retention::clear) : null;
    return new Engine(kernel, relay, retention, clearing);
  }

  private ClassLoader loader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    if (loader != null) {
      return loader;
    }
    return context != null ? context : DefaultCrmBuilder.class.getClassLoader();
  }
}
