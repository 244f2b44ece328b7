package io.crmkit.core.kernel.work;

import io.crmkit.api.access.Access;
import io.crmkit.api.access.AccessRequest;
import io.crmkit.api.access.AccessRequest.Operation;
import io.crmkit.api.access.FieldAccess;
import io.crmkit.api.access.FieldPolicy;
import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.error.AccessDenied;
import io.crmkit.api.value.EntityId;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.spi.storage.Entity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What may be seen and done: asked of the host's policy once for each entity and operation in a
 * unit of work, and turned into criteria.
 */
final class Eyes {

  private record Question(Class<?> entity, Operation operation) {}

  private final SessionImpl session;
  private final boolean wide;
  private final Map<Question, Criteria<?>> answers = new HashMap<>();
  private final Map<Class<?>, Optional<FieldVeil<?>>> veils = new HashMap<>(0);

  private Eyes(SessionImpl session, boolean wide) {
    this.session = session;
    this.wide = wide;
  }

  /** The eyes of the session's actor. */
  static Eyes ofActor(SessionImpl session) {
    return new Eyes(session, false);
  }

  /** Eyes for the whole tenant. */
  static Eyes wide(SessionImpl session) {
    return new Eyes(session, true);
  }

  /**
   * The records on which this may be done.
   *
   * @throws AccessDenied if on none
   */
  @SuppressWarnings("unchecked")
  <E> Criteria<E> allowed(EntityModel<E> model, Operation operation) {
    if (wide) {
      return Criteria.all();
    }
    Question question = new Question(model.entity().type(), operation);
    Criteria<?> known = answers.get(question);
    if (known == null) {
      known = ask(model, operation);
      answers.put(question, known);
    }
    return (Criteria<E>) known;
  }

  /**
   * What is not shown, or not filled in, of the fields of this entity; null for nothing.
   *
   * @param isTextField whether a custom field, by its name, is a text
   * @throws IllegalStateException if the policy hides or masks what cannot be
   */
  @SuppressWarnings("unchecked")
  <E> @Nullable FieldVeil<E> veil(EntityModel<E> model, Predicate<String> isTextField) {
    FieldPolicy policy = session.kernel().environment().policy().fields();
    if (wide || policy == FieldPolicy.none()) {
      return null;
    }
    Optional<FieldVeil<?>> known = veils.get(model.entity().type());
    if (known == null) {
      FieldAccess rules = rules(policy, model.entity());
      known =
          rules.isEmpty()
              ? Optional.empty()
              : Optional.of(new FieldVeil<>(model, rules, isTextField));
      veils.put(model.entity().type(), known);
    }
    return (FieldVeil<E>) known.orElse(null);
  }

  /** What says again what another field says is shown as that is. */
  private FieldAccess rules(FieldPolicy policy, Entity<?> entity) {
    FieldAccess own = policy.of(session.tenant(), session.actor(), entity.type());
    Map<String, FieldAccess.Rule> all = new HashMap<>(own.byPath());
    Entity.Owner owner = entity.owner();
    if (owner != null && !entity.repeated().isEmpty()) {
      FieldAccess ofOwner = policy.of(session.tenant(), session.actor(), owner.owner());
      entity.repeated().forEach((path, original) -> again(all, path, ofOwner, original));
    }
    entity.copied().forEach((path, original) -> again(all, path, own, original));
    return new FieldAccess(all);
  }

  private static void again(
      Map<String, FieldAccess.Rule> all, String path, FieldAccess rules, String original) {
    FieldAccess.Rule whole = rules.of(original);
    if (whole != null) {
      all.putIfAbsent(path, whole);
    }
    rules
        .byPath()
        .forEach(
            (ruled, rule) -> {
              if (ruled.startsWith(original + ".")) {
                all.putIfAbsent(path + ruled.substring(original.length()), rule);
              }
            });
  }

  private <E> Criteria<E> ask(EntityModel<E> model, Operation operation) {
    Entity<E> entity = model.entity();
    return switch (entity.access()) {
      case PUBLIC -> operation == Operation.READ ? Criteria.all() : decide(model, operation);
      case ROOT -> decide(model, operation);
      case OWNER -> throughOwner(model, operation);
    };
  }

  @SuppressWarnings("unchecked")
  private <E> Criteria<E> decide(EntityModel<E> model, Operation operation) {
    Access access =
        session
            .kernel()
            .environment()
            .policy()
            .decide(
                new AccessRequest(
                    session.tenant(), session.actor(), operation, model.entity().type()));
    if (access instanceof Access.Deny deny) {
      throw new AccessDenied(
          operation.name().toLowerCase(Locale.ROOT), model.name(), deny.reason());
    }
    return access instanceof Access.Only only ? (Criteria<E>) only.criteria() : Criteria.all();
  }

  /** Whoever may see the owner sees what it owns; whoever may change it may write what it owns. */
  private <E> Criteria<E> throughOwner(EntityModel<E> model, Operation operation) {
    Operation ofOwner = operation == Operation.READ ? Operation.READ : Operation.CHANGE;
    List<Entity.Owner> owners = model.entity().owners();
    if (owners.size() == 1) {
      return through(model, owners.get(0), ofOwner);
    }
    List<Criteria<E>> ways = new ArrayList<>();
    List<AccessDenied> denials = new ArrayList<>();
    for (Entity.Owner owner : owners) {
      try {
        ways.add(through(model, owner, ofOwner));
      } catch (AccessDenied denied) { // of this owner's records; another's may be allowed
        denials.add(denied);
      }
    }
    if (ways.isEmpty()) {
      throw denials.get(0);
    }
    boolean allOfAll =
        denials.isEmpty() && ways.stream().allMatch(Criteria.Present.class::isInstance);
    return allOfAll ? Criteria.all() : new Criteria.Or<>(ways);
  }

  private <E> Criteria<E> through(EntityModel<E> model, Entity.Owner owner, Operation operation) {
    return through(model, owner, session.kernel().models().of(owner.owner()), operation);
  }

  private <E, O> Criteria<E> through(
      EntityModel<E> model, Entity.Owner owner, EntityModel<O> ownerModel, Operation operation) {
    Criteria<O> visible = allowed(ownerModel, operation);
    Attribute<E, EntityId> reference =
        Attribute.of(model.entity().type(), owner.path(), EntityId.class);
    if (visible instanceof Criteria.All<O>) {
      return model.entity().owners().size() == 1 ? Criteria.all() : reference.present();
    }
    return Criteria.ref(reference, ownerModel.entity().type(), visible);
  }
}
