package io.crmkit.core.spi.module;

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
import io.crmkit.api.setting.Setting;
import io.crmkit.core.spi.storage.Entity;
import io.crmkit.core.spi.storage.MemoryRead;
import io.crmkit.core.spi.storage.SqlRead;
import io.crmkit.core.spi.timer.TimerHandler;
import java.util.function.Function;

/**
 * What a module can bring. Implementation classes are made by Guice, privately to the module: their
 * constructors (annotated {@code jakarta.inject.Inject}) may ask for what {@link #bind} bound, for
 * ports, for {@code InstantSource}, and services for {@code Work}.
 */
public interface ModuleRegistrar {

  /** Ordinary Guice bindings, invisible to other modules. */
  void bind(Module bindings);

  /**
   * A class of the module's own that its other classes may ask for; each gets an object of its own,
   * or all get the same one if the class is annotated {@code @Singleton}. Like a binding of
   * Guice's, but made without generating code at the start.
   */
  default <T> void component(Class<T> type) {
    component(type, type);
  }

  /**
   * A class of the module's own that others get when they ask for this type.
   *
   * @param implementation has one constructor annotated {@code @Inject}, or one without parameters
   */
  <T> void component(Class<T> type, Class<? extends T> implementation);

  /**
   * A service that hosts and other modules get from their session.
   *
   * @param api a public interface, annotated {@code @ProvidedBy}
   * @param implementation has one constructor annotated {@code @Inject}, which asks for {@code
   *     Work}; a cheap object is made for each {@code session.get}
   */
  <S> void service(Class<S> api, Class<? extends S> implementation);

  /** The module's tables; each file is {@code V001__words.sql} and so on, in this folder. */
  void migrations(String resourceFolder);

  void entity(Entity<?> entity);

  /**
   * Named queries: joins, aggregates, trees that criteria cannot say, once per engine.
   *
   * @param api what {@code tx.queries(api)} gives
   */
  <Q> void queries(Class<Q> api, Function<SqlRead, Q> sql, Function<MemoryRead, Q> memory);

  /**
   * A custom field that records of an entity get, the module's own or another's.
   *
   * @param declaration its key begins with the module's id and a point
   */
  void field(FieldDeclaration declaration);

  /**
   * What hosts and tenants may choose about the module.
   *
   * @param setting its key begins with the module's id and a point
   */
  void setting(Setting<?> setting);

  /** The module's reasons, an enum; their codes are unique across modules. */
  <R extends Enum<R> & ReasonCode> void reasons(Class<R> codes);

  /** The module's events; needed for those that are stored for durable delivery. */
  void event(Class<? extends CrmEvent> event);

  /** Handles an event at the end of the command that caused it, in its transaction. */
  <E extends CrmEvent> void subscribe(
      Class<E> event, String subscriberId, Class<? extends EventHandler<E>> handler);

  /**
   * Handles an event after the commit: at least once, in the order of each subject.
   *
   * @param subscriberId stable; deliveries are stored under it
   */
  <E extends CrmEvent> void subscribeDurably(
      Class<E> event, String subscriberId, Class<? extends EventHandler<E>> handler);

  /**
   * Reads events that were stored by an older version of the module.
   *
   * @param event the event's class as it is now
   * @param from the version that is lifted to the next; there is one for each older version
   */
  void upcast(Class<? extends CrmEvent> event, int from, EventUpcaster upcaster);

  /**
   * Does what {@code tx.timers()} set, when it is due: once for each due time, on one of the nodes.
   *
   * @param handlerId stable; timers are stored under it
   * @param payload the record class of what is given with each timer
   */
  <P> void timer(String handlerId, Class<P> payload, Class<? extends TimerHandler<P>> handler);

  /** The module's part at a contribution point. */
  <T> void contribute(ContributionPoint<T> point, Class<? extends T> contribution);

  /** A guard that workflow definitions can name by this key. */
  <C> void guard(GuardPoint<C> point, String key, Class<? extends Guard<C>> guard);

  /** An action that workflow definitions can name by this key. */
  <C> void action(ActionPoint<C> point, String key, Class<? extends Action<C>> action);

  /**
   * Says that the module's own definitions name this guard, whoever provides it: the start fails if
   * nobody does.
   */
  void namesGuard(GuardPoint<?> point, String key);

  /**
   * A port that the module calls and the host implements.
   *
   * @param fallback what serves when the host gives none
   */
  <P> void port(Class<P> port, P fallback);
}
