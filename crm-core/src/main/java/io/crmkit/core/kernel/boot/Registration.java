package io.crmkit.core.kernel.boot;

import com.google.inject.Module;
import io.crmkit.api.error.ReasonCode;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventHandler;
import io.crmkit.api.extension.Action;
import io.crmkit.api.extension.ActionPoint;
import io.crmkit.api.extension.ContributionPoint;
import io.crmkit.api.extension.Guard;
import io.crmkit.api.extension.GuardPoint;
import io.crmkit.api.field.FieldDeclaration;
import io.crmkit.api.module.ModuleInfo;
import io.crmkit.api.setting.Setting;
import io.crmkit.core.kernel.storage.StorageTx.QueryAdapters;
import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.core.spi.module.EventUpcaster;
import io.crmkit.core.spi.module.ModuleRegistrar;
import io.crmkit.core.spi.storage.Entity;
import io.crmkit.core.spi.storage.MemoryRead;
import io.crmkit.core.spi.storage.SqlRead;
import io.crmkit.core.spi.timer.TimerHandler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Collects what one module brings; frozen when its registration is over. */
final class Registration implements ModuleRegistrar {

  record Subscription(
      Class<? extends CrmEvent> event,
      String id,
      Class<? extends EventHandler<?>> handler,
      boolean durable) {}

  record Upcast(Class<? extends CrmEvent> event, int from, EventUpcaster upcaster) {}

  record Timed(String id, Class<?> payload, Class<? extends TimerHandler<?>> handler) {}

  record Contributed(ContributionPoint<?> point, Class<?> implementation) {}

  record NamedGuard(GuardPoint<?> point, String key, Class<? extends Guard<?>> implementation) {}

  record NamedAction(ActionPoint<?> point, String key, Class<? extends Action<?>> implementation) {}

  record GuardName(GuardPoint<?> point, String key) {}

  final CrmModule module;
  final ModuleInfo info;
  final String location;
  final List<Module> bindings = new ArrayList<>();
  final Map<Class<?>, Class<?>> components = new LinkedHashMap<>();
  final Map<Class<?>, Class<?>> services = new LinkedHashMap<>();
  final List<String> migrations = new ArrayList<>();
  final List<Entity<?>> entities = new ArrayList<>();
  final Map<Class<?>, QueryAdapters<?>> queries = new LinkedHashMap<>();
  final List<Setting<?>> settings = new ArrayList<>();
  final List<FieldDeclaration> fields = new ArrayList<>();
  final List<ReasonCode> reasons = new ArrayList<>();
  final Set<Class<? extends CrmEvent>> events = new LinkedHashSet<>();
  final List<Subscription> subscriptions = new ArrayList<>();
  final List<Upcast> upcasts = new ArrayList<>();
  final List<Timed> timers = new ArrayList<>();
  final List<Contributed> contributions = new ArrayList<>();
  final List<NamedGuard> guards = new ArrayList<>();
  final List<NamedAction> actions = new ArrayList<>();
  final Set<GuardName> namedGuards = new LinkedHashSet<>();
  final Map<Class<?>, Object> ports = new LinkedHashMap<>();
  final List<String> faults = new ArrayList<>();
  final Set<Class<?>> singletons = new LinkedHashSet<>();
  private boolean frozen;

  Registration(CrmModule module, String location) {
    this.module = module;
    this.info = module.info();
    this.location = location;
  }

  String id() {
    return info.id();
  }

  /** How reports name the module. */
  String label() {
    return "module " + id() + " " + info.version() + " (" + location + ")";
  }

  void freeze() {
    frozen = true;
  }

  @Override
  public void bind(Module guiceModule) {
    open();
    bindings.add(guiceModule);
  }

  @Override
  public <T> void component(Class<T> type, Class<? extends T> implementation) {
    open();
    if (components.putIfAbsent(type, implementation) != null) {
      faults.add("registers the component " + type.getName() + " twice");
    }
  }

  @Override
  public <S> void service(Class<S> api, Class<? extends S> implementation) {
    open();
    if (services.putIfAbsent(api, implementation) != null) {
      faults.add("registers the service " + api.getName() + " twice");
    }
  }

  @Override
  public void migrations(String resourceFolder) {
    open();
    migrations.add(resourceFolder);
  }

  @Override
  public void entity(Entity<?> entity) {
    open();
    entities.add(entity);
  }

  @Override
  public <Q> void queries(Class<Q> api, Function<SqlRead, Q> sql, Function<MemoryRead, Q> memory) {
    open();
    queries.put(api, new QueryAdapters<>(sql, memory));
  }

  @Override
  public void field(FieldDeclaration declaration) {
    open();
    fields.add(declaration);
  }

  @Override
  public void setting(Setting<?> setting) {
    open();
    settings.add(setting);
  }

  @Override
  public <R extends Enum<R> & ReasonCode> void reasons(Class<R> codes) {
    open();
    reasons.addAll(List.of(codes.getEnumConstants()));
  }

  @Override
  public void event(Class<? extends CrmEvent> event) {
    open();
    events.add(event);
  }

  @Override
  public <E extends CrmEvent> void subscribe(
      Class<E> event, String subscriberId, Class<? extends EventHandler<E>> handler) {
    open();
    subscriptions.add(new Subscription(event, subscriberId, handler, false));
  }

  @Override
  public <E extends CrmEvent> void subscribeDurably(
      Class<E> event, String subscriberId, Class<? extends EventHandler<E>> handler) {
    open();
    events.add(event);
    subscriptions.add(new Subscription(event, subscriberId, handler, true));
  }

  @Override
  public void upcast(Class<? extends CrmEvent> event, int from, EventUpcaster upcaster) {
    open();
    events.add(event);
    upcasts.add(new Upcast(event, from, upcaster));
  }

  @Override
  public <P> void timer(
      String handlerId, Class<P> payload, Class<? extends TimerHandler<P>> handler) {
    open();
    timers.add(new Timed(handlerId, payload, handler));
  }

  @Override
  public <T> void contribute(ContributionPoint<T> point, Class<? extends T> contribution) {
    open();
    contributions.add(new Contributed(point, contribution));
  }

  @Override
  public <C> void guard(GuardPoint<C> point, String key, Class<? extends Guard<C>> guard) {
    open();
    guards.add(new NamedGuard(point, key, guard));
  }

  @Override
  public <C> void action(
      ActionPoint<C> point, String key, Class<? extends Action<C>> implementation) {
    open();
    actions.add(new NamedAction(point, key, implementation));
  }

  @Override
  public void namesGuard(GuardPoint<?> point, String key) {
    open();
    namedGuards.add(new GuardName(point, key));
  }

  @Override
  public <P> void port(Class<P> port, P fallback) {
    open();
    ports.put(port, fallback);
  }

  private void open() {
    if (frozen) {
      throw new IllegalStateException("the registration of module " + id() + " is over");
    }
  }
}
