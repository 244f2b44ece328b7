package io.crmkit.api.access;

import io.crmkit.api.access.AccessRequest.Operation;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a role may do, to be handed to {@link RolePolicy.Builder#role}. Rights of an actor's roles
 * add up. What belongs to a record (its parts, its history) follows it.
 *
 * <pre>{@code
 * Right.reading(Opportunity.class, Lead.class).ofTeam()
 * Right.writing(Opportunity.class, Lead.class).own()
 * Right.reading(Customer.class)
 * }</pre>
 *
 * Immutable.
 */
public final class Right {

  enum Scope {
    ALL,
    OWN,
    TEAM,
    TERRITORY,
    COMPANY
  }

  private final List<Class<?>> entities;
  private final Set<Operation> operations;
  private final Scope scope;
  private final FieldAccess fields;

  private Right(List<Class<?>> entities, Set<Operation> operations, Scope scope) {
    this(entities, operations, scope, FieldAccess.none());
  }

  private Right(
      List<Class<?>> entities, Set<Operation> operations, Scope scope, FieldAccess fields) {
    this.entities = List.copyOf(entities);
    this.operations = Collections.unmodifiableSet(EnumSet.copyOf(operations));
    this.scope = scope;
    this.fields = fields;
  }

  /** Everything, the switching of modules and the declaring of custom fields included. */
  public static Right everything() {
    return new Right(List.of(), EnumSet.allOf(Operation.class), Scope.ALL);
  }

  /** To read records of these classes; all of them, unless a scope is said. */
  public static Right reading(Class<?>... entities) {
    return new Right(List.of(entities), EnumSet.of(Operation.READ), Scope.ALL);
  }

  /** To read, make and change records of these classes. */
  public static Right writing(Class<?>... entities) {
    return new Right(
        List.of(entities),
        EnumSet.of(Operation.READ, Operation.CREATE, Operation.CHANGE),
        Scope.ALL);
  }

  /** To make records of these classes, whoever may then read them. */
  public static Right creating(Class<?>... entities) {
    return new Right(List.of(entities), EnumSet.of(Operation.CREATE), Scope.ALL);
  }

  /** To read and delete records of these classes. */
  public static Right deleting(Class<?>... entities) {
    return new Right(List.of(entities), EnumSet.of(Operation.READ, Operation.DELETE), Scope.ALL);
  }

  /** Only those that the actor looks after himself. */
  public Right own() {
    return new Right(entities, operations, Scope.OWN, fields);
  }

  /** Only those of the actor's team. */
  public Right ofTeam() {
    return new Right(entities, operations, Scope.TEAM, fields);
  }

  /** Only those in the actor's territory. */
  public Right inTerritory() {
    return new Right(entities, operations, Scope.TERRITORY, fields);
  }

  /** Only those of the company that the actor belongs to. */
  public Right ofCompany() {
    return new Right(entities, operations, Scope.COMPANY, fields);
  }

  /**
   * Without these fields. A field is seen if a right over all records of the entity shows it; if
   * the actor has none such, only if no right hides it.
   */
  public Right hiding(String... paths) {
    return new Right(entities, operations, scope, fields.hiding(paths));
  }

  /** With these texts masked, as far as no other right shows them. */
  public Right masking(String... paths) {
    return new Right(entities, operations, scope, fields.masking(paths));
  }

  /** With these fields shown, but not to be filled in. */
  public Right readOnly(String... paths) {
    return new Right(entities, operations, scope, fields.readOnly(paths));
  }

  FieldAccess fields() {
    return fields;
  }

  boolean isOverAll() {
    return scope == Scope.ALL;
  }

  boolean isTo(Operation operation, Class<?> entity) {
    return operations.contains(operation) && entities.contains(entity);
  }

  boolean isEverything() {
    return entities.isEmpty();
  }

  boolean covers(AccessRequest request) {
    return isTo(request.operation(), request.entity());
  }

  Scope scope() {
    return scope;
  }
}
