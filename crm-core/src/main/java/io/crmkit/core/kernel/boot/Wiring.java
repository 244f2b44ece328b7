package io.crmkit.core.kernel.boot;

import com.google.inject.Binder;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.PrivateModule;
import com.google.inject.Provider;
import com.google.inject.Scopes;
import com.google.inject.Stage;
import com.google.inject.spi.Dependency;
import com.google.inject.spi.InjectionPoint;
import com.google.inject.spi.Message;
import io.crmkit.api.error.ReasonCode;
import io.crmkit.api.error.StartFailed;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventHandler;
import io.crmkit.api.event.EventName;
import io.crmkit.api.extension.Guard;
import io.crmkit.api.module.LoadedModule;
import io.crmkit.core.kernel.storage.StorageTx.QueryAdapters;
import io.crmkit.core.kernel.work.Extensions;
import io.crmkit.core.kernel.work.Extensions.Contribution;
import io.crmkit.core.kernel.work.Extensions.Durable;
import io.crmkit.core.kernel.work.Extensions.GuardEntry;
import io.crmkit.core.kernel.work.Extensions.Service;
import io.crmkit.core.kernel.work.Extensions.Subscriber;
import io.crmkit.core.kernel.work.Extensions.TimerEntry;
import io.crmkit.core.spi.module.EventUpcaster;
import io.crmkit.core.spi.timer.TimerHandler;
import io.crmkit.core.spi.work.Work;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Wires the modules with Guice, each privately, and builds the kernel's table of what they brought.
 */
final class Wiring {

  private static final int MAX_ID = 100;

  private final List<Registration> registrations;
  private final Map<Class<?>, Object> hostPorts;
  private final InstantSource clock;
  private final List<String> faults;
  private final Map<Class<?>, Service> services = new HashMap<>();
  private final Map<String, List<Contribution>> contributions = new HashMap<>();
  private final Map<String, Map<String, GuardEntry>> guards = new HashMap<>();
  private final Map<Class<?>, List<Subscriber>> subscribers = new HashMap<>();
  private final Map<Class<?>, List<Subscriber>> durable = new HashMap<>();
  private final Map<String, Subscriber> durableById = new HashMap<>();
  private final Map<String, TimerEntry> timers = new HashMap<>();
  private final Map<String, Class<? extends CrmEvent>> events = new LinkedHashMap<>();
  private final Map<String, SortedMap<Integer, EventUpcaster>> upcasters = new HashMap<>();
  private final Map<Class<?>, QueryAdapters<?>> queries = new HashMap<>();

  /**
   * @param faults what was found so far; the report has all of it
   */
  Wiring(
      List<Registration> registrations,
      Map<Class<?>, Object> hostPorts,
      InstantSource clock,
      List<String> faults) {
    this.faults = faults;
    this.registrations = registrations;
    this.hostPorts = hostPorts;
    this.clock = clock;
  }

  /**
   * @throws StartFailed with every fault
   */
  Extensions wire() {
    checkReasons();
    checkPorts();
    registrations.forEach(this::collectNames);
    registrations.forEach(this::collectUpcasters);
    checkUpcasters();
    List<Module> modules = new ArrayList<>();
    modules.add(this::bindBase);
    registrations.forEach(r -> modules.add(b -> b.withSource(r.label()).install(new Private(r))));
    try {
      // Bindings are checked in either stage; singletons are made when they are first wanted.
      Guice.createInjector(Stage.DEVELOPMENT, modules);
    } catch (CreationException e) {
      for (Message message : e.getErrorMessages()) {
        faults.add(message.getSource() + ": " + message.getMessage());
      }
    }
    if (!faults.isEmpty()) {
      throw new StartFailed(faults);
    }
    return new Extensions(
        registrations.stream().map(r -> new LoadedModule(r.module.info(), r.location)).toList(),
        Map.copyOf(services),
        Map.copyOf(contributions),
        Map.copyOf(guards),
        Map.copyOf(subscribers),
        new Durable(
            Map.copyOf(durable),
            Map.copyOf(durableById),
            Map.copyOf(timers),
            Map.copyOf(events),
            Map.copyOf(upcasters)),
        Map.copyOf(queries));
  }

  private void bindBase(Binder binder) {
    binder.requireExplicitBindings();
    binder.bind(InstantSource.class).toInstance(clock);
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

  private void checkPorts() {
    for (Class<?> port : hostPorts.keySet()) {
      if (registrations.stream().noneMatch(r -> r.ports.containsKey(port))) {
        faults.add("the host gives the port " + port.getName() + ", which no module calls");
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
                "the event "
                    + name
                    + " is at version "
                    + version
                    + ", but versions "
                    + steps.keySet()
                    + " are lifted");
          }
        });
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
      registration.bindings.forEach(this::install);
      registration.ports.forEach(this::bindPort);
      registration.services.forEach(this::addService);
      for (Registration.Contributed contributed : registration.contributions) {
        Provider<?> provider = singleton(contributed.implementation());
        contributions
            .computeIfAbsent(contributed.point().id(), p -> new ArrayList<>())
            .add(new Contribution(registration.id(), provider::get));
      }
      registration.guards.forEach(this::addGuard);
      registration.subscriptions.forEach(this::addSubscriber);
      registration.timers.forEach(this::addTimer);
    }

    @SuppressWarnings("unchecked")
    private <P> void bindPort(Class<P> port, Object fallback) {
      bind(port).toInstance((P) hostPorts.getOrDefault(port, fallback));
    }

    private void addGuard(Registration.NamedGuard named) {
      Provider<? extends Guard<?>> provider = singleton(named.implementation());
      GuardEntry other =
          guards
              .computeIfAbsent(named.point().id(), p -> new HashMap<>())
              .putIfAbsent(named.key(), new GuardEntry(registration.id(), provider::get));
      if (other != null) {
        faults.add(
            registration.label()
                + ": the guard "
                + named.key()
                + " at "
                + named.point().id()
                + " is provided by module "
                + other.module()
                + ", too");
      }
    }

    private void addSubscriber(Registration.Subscription subscription) {
      Provider<? extends EventHandler<?>> provider = singleton(subscription.handler());
      Map<Class<?>, List<Subscriber>> table = subscription.durable() ? durable : subscribers;
      boolean known =
          table.values().stream()
              .flatMap(List::stream)
              .anyMatch(s -> s.id().equals(subscription.id()));
      if (known) {
        faults.add(registration.label() + ": the subscriber id " + subscription.id() + " is taken");
      }
      Subscriber subscriber =
          new Subscriber(registration.id(), subscription.id(), provider::get);
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
        bind(type).in(Scopes.SINGLETON);
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
      InjectionPoint point = InjectionPoint.forConstructorOf(implementation);
      Constructor<?> constructor = (Constructor<?>) point.getMember();
      constructor.setAccessible(true);
      List<Function<Work, Object>> arguments = new ArrayList<>();
      for (Dependency<?> dependency : point.getDependencies()) {
        Key<?> key = dependency.getKey();
        if (key.equals(Key.get(Work.class))) {
          arguments.add(work -> work);
        } else {
          Provider<?> provider = getProvider(key);
          arguments.add(work -> provider.get());
        }
      }
      return new Service(registration.id(), work -> construct(constructor, arguments, work));
    }
  }

  private static Object construct(
      Constructor<?> constructor, List<Function<Work, Object>> arguments, Work work) {
    try {
      return constructor.newInstance(arguments.stream().map(a -> a.apply(work)).toArray());
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("cannot make " + constructor, e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make " + constructor, e);
    }
  }
}
