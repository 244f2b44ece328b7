package io.crmkit.api.access;

import io.crmkit.api.Actor;
import io.crmkit.api.TenantId;
import io.crmkit.api.access.AccessRequest.Operation;
import io.crmkit.api.access.FieldAccess.Rule;
import io.crmkit.api.access.FieldAccess.Sight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the rights of an actor's roles say of fields, taken together. */
final class RoleFields implements FieldPolicy {

  private final Map<String, List<Right>> roles;

  private RoleFields(Map<String, List<Right>> roles) {
    this.roles = roles;
  }

  static FieldPolicy of(Map<String, List<Right>> roles) {
    boolean some =
        roles.values().stream().flatMap(List::stream).anyMatch(r -> !r.fields().isEmpty());
    return some ? new RoleFields(roles) : FieldPolicy.none();
  }

  @Override
  public FieldAccess of(TenantId tenant, Actor actor, Class<?> entity) {
    if (actor.equals(Actor.system())) {
      return FieldAccess.none();
    }
    List<Right> reading = new ArrayList<>();
    List<Right> writing = new ArrayList<>();
    Set<String> paths = new TreeSet<>();
    for (String role : actor.roles()) {
      for (Right right : roles.getOrDefault(role, List.of())) {
        if (right.isEverything()) {
          return FieldAccess.none();
        }
        if (right.isTo(Operation.READ, entity)) {
          reading.add(right);
          paths.addAll(right.fields().byPath().keySet());
        }
        if (right.isTo(Operation.CREATE, entity) || right.isTo(Operation.CHANGE, entity)) {
          writing.add(right);
          paths.addAll(right.fields().byPath().keySet());
        }
      }
    }
    Map<String, Rule> rules = new TreeMap<>();
    for (String path : paths) {
      Rule seen = together(reading, path);
      Rule filledIn = together(writing, path);
      if (seen != null && seen.sight() != Sight.READ_ONLY) {
        rules.put(path, seen);
      } else if (filledIn != null) {
        rules.put(path, new Rule(Sight.READ_ONLY, 0));
      }
    }
    return new FieldAccess(rules);
  }

  /**
   * Over all records, the right that says least decides. Rights over some records cannot lift a
   * rule, since which of them lets a record be seen differs from record to record.
   */
  private static @Nullable Rule together(List<Right> rights, String path) {
    List<Right> overAll = rights.stream().filter(Right::isOverAll).toList();
    @Nullable Rule least = null;
    for (Right right : overAll) {
      Rule rule = right.fields().of(path);
      if (rule == null) {
        return null;
      }
      least = least == null || stricter(least, rule) ? rule : least;
    }
    if (least != null) {
      return least;
    }
    @Nullable Rule most = null;
    for (Right right : rights) {
      Rule rule = right.fields().of(path);
      if (rule != null && (most == null || stricter(rule, most))) {
        most = rule;
      }
    }
    return most;
  }

  private static boolean stricter(Rule one, Rule other) {
    int order = one.sight().compareTo(other.sight());
    return order == 0 ? one.shownAtEnd() < other.shownAtEnd() : order > 0;
  }
}
