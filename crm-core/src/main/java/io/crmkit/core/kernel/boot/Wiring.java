package io.crmkit.core.kernel.boot;

import com.google.inject.Binder;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.PrivateModule;
import com.google.inject.Provider;
import com.google.inject.Scopes;
import com.google.inject.Stage;
import com.google.inject.spi.Message;
import io.crmkit.api.Crm;
import io.crmkit.api.error.ReasonCode;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventHandler;
import io.crmkit.api.event.EventName;
import io.crmkit.api.module.LoadedModule;
import io.crmkit.core.kernel.storage.StorageTx.QueryAdapters;
import io.crmkit.core.kernel.work.Extensions;
import io.crmkit.core.kernel.work.Extensions.Contribution;
import io.crmkit.core.kernel.work.Extensions.Durable;
import io.crmkit.core.kernel.work.Extensions.Service;
import io.crmkit.core.kernel.work.Extensions.Subscriber;
import io.crmkit.core.kernel.work.Extensions.TimerEntry;
import io.crmkit.core.spi.module.EventUpcaster;
import io.crmkit.core.spi.timer.TimerHandler;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wires the modules with Guice, each privately, and builds the kernel's table of what they brought.
 */
final class Wiring {

  private static final Logger LOG = LoggerFactory.getLogger(Crm.class);

  private static final int MAX_ID = 100;

  private final List<Registration> registrations;
  private final Map<Class<?>, Object> hostPorts;
  private final Ahead<Injector> base;
  private final List<String> faults;
  private final Map<Class<?>, Service> services = new HashMap<>();
  private final Map<String, List<Contribution>> contributions = new HashMap<>();
  private final WorkflowParts workflow;
  private final Map<Class<?>, List<Subscriber>> subscribers = new HashMap<>();
  private final Map<Class<?>, List<Subscriber>> durable = new HashMap<>();
  private final Map<String, Subscriber> durableById = new HashMap<>();
  private final Map<String, TimerEntry> timers = new HashMap<>();
  private final Map<String, Class<? extends CrmEvent>> events = new LinkedHashMap<>();
  private final Map<String, SortedMap<Integer, EventUpcaster>> upcasters = new HashMap<>();
  private final Map<String, Registration> lifters = new HashMap<>();
  private final Map<Class<?>, QueryAdapters<?>> queries = new HashMap<>();
  private final Set<String> ids = new HashSet<>();

  /**
   * @param base what {@link #base} makes
   * @param faults gets what is wrong
   */
  Wiring(
      List<Registration> registrations,
      Map<Class<?>, Object> hostPorts,
      Ahead<Injector> base,
      List<String> faults) {
    this.faults = faults;
    this.workflow = new WorkflowParts(faults);
    this.registrations = registrations;
    this.hostPorts = hostPorts;
    this.base = base;
  }

  /** What every module may have injected. It is made beside the modules' registration. */
  static Injector base(InstantSource clock) {
    return Guice.createInjector(
        Stage.DEVELOPMENT,
        new Module() {
          @Override
          public void configure(Binder binder) {
            binder.requireExplicitBindings();
            binder.bind(InstantSource.class).toInstance(clock);
          }
        });
  }

  /** Only of use if no faults were found, here or before. */
  Extensions wire() {
    checkReasons();
    checkPorts();
    List<Module> modules = new ArrayList<>();
    for (Registration registration : registrations) {
      collectNames(registration);
      collectUpcasters(registration);
      modules.add(new Labelled(new Private(registration), registration.label()));
    }
    checkUpcasters();
    try {
      // Bindings are checked in either stage; singletons are made when they are first wanted.
      base.result().createChildInjector(modules);
    } catch (CreationException e) {
      for (Message message : e.getErrorMessages()) {
        faults.add(message.getSource() + ": " + message.getMessage());
      }
    }
    workflow.checkNames(registrations);
    List<LoadedModule> loaded = new ArrayList<>();
    for (Registration registration : registrations) {
      loaded.add(new LoadedModule(registration.info, registration.location));
    }
    return new Extensions(
        List.copyOf(loaded),
        Map.copyOf(services),
        Map.copyOf(contributions),
        workflow.frozen(),
        Map.copyOf(subscribers),
        new Durable(
            Map.copyOf(durable),
            Map.copyOf(durableById),
            Map.copyOf(timers),
            Map.copyOf(events),
            Map.copyOf(upcasters)),
        Map.copyOf(queries),
        Extensions.Declared.NONE);
  }

  private void checkReasons() {
    Map<String, Registration> owners = new HashMap<>();
    for (Registration registration : registrations) {
      for (ReasonCode reason : registration.reasons) {
        Registration other = owners.putIfAbsent(reason.code(), registration);
        if (other != null) {
          faults.add(
              registration.label()
                  + ": the reason "
                  + reason.code()
                  + " is declared by "
                  + other.label()
                  + ", too");
        }
      }
    }
  }

  /** Modules are optional, so a host may well give ports that nobody calls here. */
  private void checkPorts() {
    Set<Class<?>> called = new HashSet<>();
    for (Registration registration : registrations) {
      called.addAll(registration.ports.keySet());
    }
    for (Class<?> port : hostPorts.keySet()) {
      if (!called.contains(port)) {
        LOG.warn("the host gives the port {}, which no loaded module calls", port.getName());
      }
    }
  }

  private void collectNames(Registration registration) {
    queries.putAll(registration.queries);
    for (Class<? extends CrmEvent> event : registration.events) {
      EventName name = event.getAnnotation(EventName.class);
      if (name == null) {
        faults.add(registration.label() + ": " + event.getName() + " has no @EventName");
      } else {
        Class<? extends CrmEvent> other = events.putIfAbsent(name.value(), event);
        if (other != null && other != event) {
          faults.add(
              registration.label()
                  + ": the event name "
                  + name.value()
                  + " is used by "
                  + other.getName()
                  + ", too");
        }
      }
    }
  }

  private void collectUpcasters(Registration registration) {
    for (Registration.Upcast upcast : registration.upcasts) {
      EventName name = upcast.event().getAnnotation(EventName.class);
      if (name != null) {
        lifters.putIfAbsent(name.value(), registration);
      }
      if (name != null
          && upcasters
                  .computeIfAbsent(name.value(), n -> new TreeMap<>())
                  .putIfAbsent(upcast.from(), upcast.upcaster())
              != null) {
        faults.add(
            registration.label()
                + ": version "
                + upcast.from()
                + " of "
                + name.value()
                + " is lifted twice");
      }
    }
  }

  /** Every version before the present one can be lifted, or none is known to be stored. */
  private void checkUpcasters() {
    upcasters.forEach(
        (name, steps) -> {
          Class<?> event = Objects.requireNonNull(events.get(name));
          int version = Objects.requireNonNull(event.getAnnotation(EventName.class)).version();
          List<Integer> wanted = IntStream.range(steps.firstKey(), version).boxed().toList();
          if (!wanted.equals(List.copyOf(steps.keySet()))) {
            faults.add(
                Objects.requireNonNull(lifters.get(name)).label()
                    + ": the event "
                    + name
                    + " is at version "
                    + version
                    + ", but versions "
                    + steps.keySet()
                    + " are lifted");
          }
        });
  }

  /** Bindings that faults name as this module's. */
  private static final class Labelled implements Module {

    private final Module module;
    private final String label;

    Labelled(Module module, String label) {
      this.module = module;
      this.label = label;
    }

    @Override
    public void configure(Binder binder) {
      binder.withSource(label).install(module);
    }
  }

  /** One module's bindings; nothing of it can be injected elsewhere. */
  private final class Private extends PrivateModule {

    private final Registration registration;

    Private(Registration registration) {
      this.registration = registration;
    }

    @Override
    protected void configure() {
      binder().requireExplicitBindings();
      for (Module bindings : registration.bindings) {
        install(bindings);
      }
      for (Map.Entry<Class<?>, Class<?>> component : registration.components.entrySet()) {
        bindComponent(component.getKey(), component.getValue());
      }
      for (Map.Entry<Class<?>, Object> port : registration.ports.entrySet()) {
        bindPort(port.getKey(), port.getValue());
      }
      for (Map.Entry<Class<?>, Class<?>> service : registration.services.entrySet()) {
        addService(service.getKey(), service.getValue());
      }
      for (Registration.Contributed contributed : registration.contributions) {
        Provider<?> provider = singleton(contributed.implementation());
        contributions
            .computeIfAbsent(contributed.point().id(), p -> new ArrayList<>())
            .add(new Contribution(registration.id(), provider::get));
      }
      for (Registration.NamedGuard guard : registration.guards) {
        workflow.add(registration, guard, singleton(guard.implementation()));
      }
      for (Registration.NamedAction action : registration.actions) {
        workflow.add(registration, action, singleton(action.implementation()));
      }
      for (Registration.Subscription subscription : registration.subscriptions) {
        addSubscriber(subscription);
      }
      for (Registration.Timed timed : registration.timers) {
        addTimer(timed);
      }
    }

    @SuppressWarnings("unchecked")
    private <P> void bindPort(Class<P> port, Object fallback) {
      bind(port).toInstance((P) hostPorts.getOrDefault(port, fallback));
    }

    private <T> void bindComponent(Class<T> type, Class<?> implementation) {
      Made made = new Made(binder(), implementation, null);
      var bound = bind(type).toProvider(() -> type.cast(made.with(null)));
      if (implementation.isAnnotationPresent(Singleton.class)
          || implementation.isAnnotationPresent(com.google.inject.Singleton.class)) {
        bound.in(Scopes.SINGLETON);
      }
    }

    private void addSubscriber(Registration.Subscription subscription) {
      Provider<? extends EventHandler<?>> provider = singleton(subscription.handler());
      Map<Class<?>, List<Subscriber>> table = subscription.durable() ? durable : subscribers;
      if (!ids.add((subscription.durable() ? "durable " : "") + subscription.id())) {
        faults.add(registration.label() + ": the subscriber id " + subscription.id() + " is taken");
      }
      Subscriber subscriber = new Subscriber(registration.id(), subscription.id(), provider::get);
      table.computeIfAbsent(subscription.event(), e -> new ArrayList<>()).add(subscriber);
      if (subscription.durable()) {
        checkLength(subscription.id());
        durableById.put(subscription.id(), subscriber);
      }
    }

    private void addTimer(Registration.Timed timed) {
      checkLength(timed.id());
      Provider<? extends TimerHandler<?>> provider = singleton(timed.handler());
      TimerEntry entry = new TimerEntry(registration.id(), timed.payload(), provider::get);
      if (timers.putIfAbsent(timed.id(), entry) != null) {
        faults.add(registration.label() + ": the timer handler id " + timed.id() + " is taken");
      }
    }

    private void checkLength(String id) {
      if (id.isBlank() || id.length() > MAX_ID) {
        faults.add(
            registration.label() + ": an id has 1 to " + MAX_ID + " characters: '" + id + "'");
      }
    }

    private <T> Provider<T> singleton(Class<T> type) {
      if (registration.singletons.add(type)) {
        Made made = new Made(binder(), type, null);
        bind(type).toProvider(() -> type.cast(made.with(null))).in(Scopes.SINGLETON);
      }
      return getProvider(type);
    }

    private void addService(Class<?> api, Class<?> implementation) {
      Service other = services.putIfAbsent(api, service(implementation));
      if (other != null) {
        faults.add(
            registration.label()
                + ": the service "
                + api.getName()
                + " is provided by module "
                + other.module()
                + ", too");
      }
    }

    private Service service(Class<?> implementation) {
      Made made = new Made(binder(), implementation, Work.class);
      return new Service(registration.id(), made::with);
    }
  }
}
