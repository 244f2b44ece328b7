package io.crmkit.core.spi.work;

import io.crmkit.api.CrmSession;
import io.crmkit.api.error.Reason;
import io.crmkit.api.extension.ActionPoint;
import io.crmkit.api.extension.ContributionPoint;
import io.crmkit.api.extension.GuardPoint;
import io.crmkit.core.spi.storage.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A unit of work that only reads. For the one thread that runs it, and no longer than it runs. */
public interface ReadTx {

  /** A session joined to this unit of work, for calling other services within it. */
  CrmSession session();

  /**
   * The same session for whatever leaves a command in another way than by its answer: a document, a
   * message. Services that are read through it give fields as the actor is shown them; otherwise
   * they give a command whole records, of which the kernel shows the caller no more than he may
   * see.
   */
  CrmSession asShown();

  /** When what is being done is recorded: the same throughout the unit of work. */
  Instant now();

  /** The tenant's date of {@link #now}. */
  LocalDate today();

  /** Reads with the actor's eyes. */
  <E> ReadStore<E> store(Entity<E> entity);

  /** The module's named queries, with the actor's eyes. */
  <Q> Q queries(Class<Q> type);

  /**
   * The same unit of work with eyes for the whole tenant: for facts that rules need. What is read
   * so never leaves the command.
   */
  ReadTx tenantWide();

  /** What the modules that are on for this tenant contribute, in the order of the modules. */
  <T> List<T> contributions(ContributionPoint<T> point);

  /**
   * Asks every contribution. One that fails is left out, logged with its module's name, and told of
   * in the result; one that may not tell this caller anything is just left out.
   */
  <T, R> Gathered<R> gather(ContributionPoint<T> point, Function<T, List<R>> ask);

  /**
   * Asks the named guards, each with its parameters as written in the workflow's definition.
   *
   * @return every reason against; a guard that no loaded module provides is a reason, too
   */
  <C> List<Reason> guards(GuardPoint<C> point, C context, List<GuardCall> calls);

  /**
   * Asks every guard that the active modules have at this point: for steps whose workflow is not
   * defined as data. The guards get no parameters; what can be chosen are their modules' settings.
   *
   * @return every reason against
   */
  <C> List<Reason> everyGuard(GuardPoint<C> point, C context);

  /** A reason for each action that no active module provides; asked before a step is decided. */
  List<Reason> missing(ActionPoint<?> point, List<ActionCall> calls);

  /**
   * A guard to be asked.
   *
   * @param guard its key
   * @param parameters as the workflow's definition says
   */
  record GuardCall(String guard, Map<String, String> parameters) {
    public GuardCall {
      parameters = Map.copyOf(parameters);
    }
  }

  /**
   * An action to be run.
   *
   * @param action its key
   * @param parameters as the workflow's definition says
   */
  record ActionCall(String action, Map<String, String> parameters) {
    public ActionCall {
      parameters = Map.copyOf(parameters);
    }
  }

  /**
   * What the contributions gave.
   *
   * @param items everything, in the order of the modules
   * @param missing the ids of modules whose contribution failed
   */
  record Gathered<R>(List<R> items, List<String> missing) {
    public Gathered {
      items = List.copyOf(items);
      missing = List.copyOf(missing);
    }
  }
}
