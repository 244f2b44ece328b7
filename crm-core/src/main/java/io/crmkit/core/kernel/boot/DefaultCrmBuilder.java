package io.crmkit.core.kernel.boot;

import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.TenantId;
import io.crmkit.api.TenantProfile;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.error.StartFailed;
import io.crmkit.api.module.CrmExtension;
import io.crmkit.api.relay.RelayOptions;
import io.crmkit.core.kernel.event.RelayPool;
import io.crmkit.core.kernel.memory.MemoryStorage;
import io.crmkit.core.kernel.model.ModelRegistry;
import io.crmkit.core.kernel.sql.Dialect;
import io.crmkit.core.kernel.sql.SchemaCheck;
import io.crmkit.core.kernel.sql.SqlStorage;
import io.crmkit.core.kernel.storage.Storage;
import io.crmkit.core.kernel.work.DueWork;
import io.crmkit.core.kernel.work.Extensions;
import io.crmkit.core.kernel.work.Kernel;
import io.crmkit.core.kernel.work.KernelEntities;
import io.crmkit.core.spi.storage.Entity;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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
  private @Nullable DataSource dataSource;
  private @Nullable Supplier<UUID> ids;
  private @Nullable ClassLoader loader;
  private Schema schema = Schema.MIGRATE;
  private Delivery delivery = Delivery.BACKGROUND;
  private RelayOptions relayOptions = RelayOptions.standard();
  private Duration staleness = Duration.ofSeconds(5);
  private Duration changesKept = Duration.ofDays(30);
  private InstantSource clock = InstantSource.system();
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
  public Crm open() {
    List<Registration> registrations = new ModuleFinder().find(loader(), modules);
    List<String> faults = new ArrayList<>();
    ModelRegistry models = models(registrations, faults);
    Extensions extensions = new Wiring(registrations, Map.copyOf(ports), clock, faults).wire();
    Storage storage =
        dataSource == null
            ? new MemoryStorage(models)
            : sqlStorage(dataSource, registrations, models);
    Kernel.Environment environment =
        new Kernel.Environment(
            policy, clock, ids == null ? new TimeOrderedIds(clock) : ids, profiles, relayOptions, staleness, changesKept);
    boolean background = delivery == Delivery.BACKGROUND && !extensions.durable().isEmpty();
    RelayPool relay = background ? new RelayPool(relayOptions.workers()) : null;
    Kernel kernel =
        new Kernel(
            environment, storage, models, extensions, relay == null ? lanes -> {} : relay::wake);
    if (relay != null) {
      relay.start(new DueWork(kernel));
    }
    extensions
        .modules()
        .forEach(
            m -> LOG.info("module {} {} from {}", m.info().id(), m.info().version(), m.location()));
    return new Engine(kernel, relay);
  }

  private ClassLoader loader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    if (loader != null) {
      return loader;
    }
    return context != null ? context : DefaultCrmBuilder.class.getClassLoader();
  }

  /** The kernel's logs come last, so that every flush writes them after what they tell of. */
  private static ModelRegistry models(List<Registration> registrations, List<String> faults) {
    ModelRegistry models = new ModelRegistry();
    for (Registration registration : registrations) {
      for (Entity<?> entity : registration.entities) {
        if (!KernelEntities.LOGS.contains(entity)) {
          models.add(entity).forEach(f -> faults.add(registration.label() + ": " + f));
        }
      }
    }
    for (Entity<?> log : KernelEntities.LOGS) {
      models.add(log).forEach(faults::add);
    }
    for (Registration registration : registrations) {
      for (Entity<?> entity : registration.entities) {
        Entity.Owner owner = entity.owner();
        if (owner != null
            && models.all().stream().noneMatch(m -> m.entity().type() == owner.owner())) {
          faults.add(
              registration.label()
                  + ": the owner of "
                  + entity.name()
                  + " is no entity: "
                  + owner.owner().getName());
        }
      }
    }
    return models;
  }

  private Storage sqlStorage(
      DataSource source, List<Registration> registrations, ModelRegistry models) {
    try {
      Dialect dialect = dialect(source);
      List<String> faults = new Migrations(source, dialect).prepare(registrations, schema);
      if (!faults.isEmpty()) {
        throw new StartFailed(faults);
      }
      SchemaCheck.Result check = SchemaCheck.run(source, models, modulesOf(registrations));
      if (!check.faults().isEmpty()) {
        throw new StartFailed(check.faults());
      }
      return new SqlStorage(source, dialect, models, check.limits());
    } catch (SQLException e) {
      throw new StartFailed(List.of("the database cannot be reached: " + e.getMessage()));
    }
  }

  /** Who to name when the table of an entity does not fit. */
  private static Function<Entity<?>, String> modulesOf(List<Registration> registrations) {
    return entity ->
        registrations.stream()
            .filter(r -> r.entities.contains(entity))
            .findFirst()
            .map(Registration::label)
            .orElse("an unknown module");
  }

  private static Dialect dialect(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      return Dialect.of(connection);
    }
  }
}
