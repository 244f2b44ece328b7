package io.crmkit.testkit;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventEnvelope;
import io.crmkit.api.event.EventHandler;
import io.crmkit.api.event.EventName;
import io.crmkit.api.module.ModuleInfo;
import io.crmkit.api.module.ProvidedBy;
import io.crmkit.core.kernel.work.KernelEntities;
import io.crmkit.core.kernel.work.KernelModule;
import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.core.spi.module.ModuleRegistrar;
import io.crmkit.core.spi.storage.Entity;
import io.crmkit.core.spi.work.Redaction;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** The test kit's own module: it hears every event and can list every record. */
final class ObserverModule implements CrmModule {

  private final List<Entity<?>> entities = new ArrayList<>();
  private final Set<Class<? extends CrmEvent>> events = new LinkedHashSet<>();
  private final Map<TenantId, List<EventEnvelope<?>>> heard = new ConcurrentHashMap<>();

  private ObserverModule() {}

  /** An observer of what these modules bring. Each module is asked to register once more. */
  static ObserverModule watching(List<CrmModule> modules) {
    ObserverModule observer = new ObserverModule();
    ModuleRegistrar notes = observer.notes();
    new KernelModule().register(notes);
    modules.forEach(module -> module.register(notes));
    return observer;
  }

  @Override
  public ModuleInfo info() {
    return ModuleInfo.of("testkit", "0", "io.crmkit:crm-testkit");
  }

  @Override
  public void register(ModuleRegistrar registrar) {
    registrar.bind(binder -> binder.bind(ObserverModule.class).toInstance(this));
    registrar.service(Records.class, RecordsService.class);
    registrar.queries(
        Dump.class,
        sql -> TreeMap::new,
        memory ->
            () -> {
              SortedMap<String, List<String>> rows = new TreeMap<>();
              entities.forEach(
                  entity -> {
                    List<String> lines = memory.rows(entity).map(String::valueOf).toList();
                    if (!lines.isEmpty()) {
                      rows.put(entity.name(), lines);
                    }
                  });
              return rows;
            });
    events.forEach(event -> listen(registrar, event));
  }

  private static <E extends CrmEvent> void listen(ModuleRegistrar registrar, Class<E> event) {
    EventName name = event.getAnnotation(EventName.class);
    String id = "testkit.hear-" + (name == null ? event.getSimpleName() : name.value());
    registrar.subscribe(event, id, ObserverModule.<E>ear());
  }

  @SuppressWarnings("unchecked") // an Ear hears events of every type
  private static <E extends CrmEvent> Class<? extends EventHandler<E>> ear() {
    return (Class<? extends EventHandler<E>>) (Class<?>) Ear.class;
  }

  /** What was heard and is stored: what was heard in a command that was undone is not. */
  List<EventEnvelope<?>> heard(Crm crm, TenantId tenant) {
    Set<UUID> stored = crm.session(tenant, Actor.system()).get(Records.class).events();
    return heard.getOrDefault(tenant, List.of()).stream()
        .filter(envelope -> stored.contains(envelope.id()))
        .toList();
  }

  Redaction.Done redact(CrmSession session, Redaction redaction) {
    return session.get(Records.class).redact(redaction);
  }

  Fingerprint fingerprint(Crm crm, TenantId tenant) {
    return new Fingerprint(crm.session(tenant, Actor.system()).get(Records.class).dump());
  }

  /** A registrar that only writes down which entities and events there are. */
  private ModuleRegistrar notes() {
    return (ModuleRegistrar)
        Proxy.newProxyInstance(
            ModuleRegistrar.class.getClassLoader(),
            new Class<?>[] {ModuleRegistrar.class},
            (proxy, method, arguments) -> {
              if (arguments != null && arguments[0] instanceof Entity<?> entity) {
                entities.add(entity);
              } else if (arguments != null
                  && arguments[0] instanceof Class<?> type
                  && Record.class.isAssignableFrom(type)
                  && CrmEvent.class.isAssignableFrom(type)) {
                events.add(type.asSubclass(CrmEvent.class));
              }
              return null;
            });
  }

  /** Looks at everything that the tenant holds. */
  @ProvidedBy("io.crmkit:crm-testkit")
  public interface Records {
    /** Every record by entity, on memory. */
    SortedMap<String, List<String>> dump();

    /** The ids of the events that are stored. */
    Set<UUID> events();

    /** Erases with eyes for the whole tenant. */
    Redaction.Done redact(Redaction redaction);
  }

  /** The named query behind {@link Records}. */
  public interface Dump {
    SortedMap<String, List<String>> rows();
  }

  /** Works with eyes for the whole tenant. */
  static final class RecordsService implements Records {
    private final Work work;

    @Inject
    RecordsService(Work work) {
      this.work = work;
    }

    @Override
    public SortedMap<String, List<String>> dump() {
      return work.read(tx -> tx.tenantWide().queries(Dump.class).rows());
    }

    @Override
    public Set<UUID> events() {
      return work.read(
          tx ->
              tx.tenantWide().store(KernelEntities.EVENTS).all(Criteria.all()).stream()
                  .map(event -> event.id().value())
                  .collect(Collectors.toSet()));
    }

    @Override
    public Redaction.Done redact(Redaction redaction) {
      return work.run("testkit.redact", redaction, tx -> tx.tenantWide().redact(redaction));
    }
  }

  /** Writes down every event that it hears. */
  static final class Ear implements EventHandler<CrmEvent> {
    private final ObserverModule observer;

    @Inject
    Ear(ObserverModule observer) {
      this.observer = observer;
    }

    @Override
    public void on(CrmSession session, EventEnvelope<CrmEvent> event) {
      observer
          .heard
          .computeIfAbsent(session.tenant(), t -> new CopyOnWriteArrayList<>())
          .add(event);
    }
  }
}
