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

  private Right(List<Class<?>> entities, Set<Operation> operations, Scope scope) {
    this.entities = List.copyOf(entities);
    this.operations = Collections.unmodifiableSet(EnumSet.copyOf(operations));
    this.scope = scope;
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
    return new Right(entities, operations, Scope.OWN);
  }

  /** Only those of the actor's team. */
  public Right ofTeam() {
    return new Right(entities, operations, Scope.TEAM);
  }

  /** Only those in the actor's territory. */
  public Right inTerritory() {
    return new Right(entities, operations, Scope.TERRITORY);
  }

  /** Only those of the company that the actor belongs to. */
  public Right ofCompany() {
    return new Right(entities, operations, Scope.COMPANY);
  }

  boolean isEverything() {
    return entities.isEmpty();
  }

  boolean covers(AccessRequest request) {
    return operations.contains(request.operation()) && entities.contains(request.entity());
  }

  Scope scope() {
    return scope;
  }
}
