package io.crmkit.core.kernel.work;

import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventHandler;
import io.crmkit.api.extension.Action;
import io.crmkit.api.extension.Guard;
import io.crmkit.api.field.FieldDefinition;
import io.crmkit.api.module.LoadedModule;
import io.crmkit.api.setting.Setting;
import io.crmkit.core.kernel.storage.StorageTx.QueryAdapters;
import io.crmkit.core.spi.module.EventUpcaster;
import io.crmkit.core.spi.timer.TimerHandler;
import io.crmkit.core.spi.work.Work;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the modules brought: the kernel's table of services, contributions, guards, subscribers and
 * named queries, each with its module. Frozen at start.
 *
 * @param modules the loaded modules, in the order of their dependencies
 * @param services by interface
 * @param contributions by the id of the contribution point, in the order of the modules
 * @param workflow what definitions of workflows can name
 * @param subscribers those in the transaction, by event class
 * @param durable what is done after it
 * @param queries by interface
 * @param declared custom fields and settings
 */
public record Extensions(
    List<LoadedModule> modules,
    Map<Class<?>, Service> services,
    Map<String, List<Contribution>> contributions,
    Workflow workflow,
    Map<Class<?>, List<Subscriber>> subscribers,
    Durable durable,
    Map<Class<?>, QueryAdapters<?>> queries,
    Declared declared) {

  /** The same with what modules declare. */
  public Extensions with(Declared fieldsAndSettings) {
    return new Extensions(
        modules,
        services,
        contributions,
        workflow,
        subscribers,
        durable,
        queries,
        fieldsAndSettings);
  }

  /**
   * What modules declare.
   *
   * @param fields custom fields
   * @param settings by key
   */
  public record Declared(List<FieldDefinition> fields, Map<String, DeclaredSetting> settings) {

    public static final Declared NONE = new Declared(List.of(), Map.of());
  }

  /**
   * A setting and the module it comes from.
   *
   * @param standard the text of the value where a tenant has chosen none: the host's or the
   *     module's
   */
  public record DeclaredSetting(String module, Setting<?> setting, String standard) {}

  /** A service and the module it comes from. */
  public record Service(String module, Function<Work, Object> factory) {}

  /** A contribution and the module it comes from. */
  public record Contribution(String module, Supplier<?> provider) {}

  /**
   * What definitions of workflows can name.
   *
   * @param guards by the id of the guard point, then by key, in the order of the modules
   * @param actions by the id of the action point, then by key
   */
  public record Workflow(
      Map<String, Map<String, GuardEntry>> guards, Map<String, Map<String, ActionEntry>> actions) {}

  /** A guard and the module it comes from. */
  public record GuardEntry(String module, Supplier<? extends Guard<?>> provider) {}

  /** An action and the module it comes from. */
  public record ActionEntry(String module, Supplier<? extends Action<?>> provider) {}

  /** A subscriber, its stable id, and the module it comes from. */
  public record Subscriber(
      String module, String id, Supplier<? extends EventHandler<?>> provider) {}

  /** A handler of timers, the class of its payload, and the module it comes from. */
  public record TimerEntry(
      String module, Class<?> payload, Supplier<? extends TimerHandler<?>> provider) {}

  /**
   * What is done after the transaction.
   *
   * @param subscribers by event class
   * @param byId the same by their stable id
   * @param timers handlers of timers by their stable id
   * @param events event classes by their stable name
   * @param upcasters by the event's name and the version that they lift
   */
  public record Durable(
      Map<Class<?>, List<Subscriber>> subscribers,
      Map<String, Subscriber> byId,
      Map<String, TimerEntry> timers,
      Map<String, Class<? extends CrmEvent>> events,
      Map<String, SortedMap<Integer, EventUpcaster>> upcasters) {

    /** Whether there is nothing to do in the background. */
    public boolean isEmpty() {
      return byId.isEmpty() && timers.isEmpty();
    }
  }
}
