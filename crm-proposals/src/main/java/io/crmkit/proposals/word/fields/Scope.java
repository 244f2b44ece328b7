package io.crmkit.proposals.word.fields;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where names are looked up: the item of the innermost list first, then those around it, then the
 * resolver. Immutable.
 */
final class Scope {

  private final FieldResolver resolver;
  private final @Nullable Scope outer;
  private final @Nullable FieldValue item;
  private final int index;

  private Scope(
      FieldResolver resolver, @Nullable Scope outer, @Nullable FieldValue item, int index) {
    this.resolver = resolver;
    this.outer = outer;
    this.item = item;
    this.index = index;
  }

  static Scope of(FieldResolver resolver) {
    return new Scope(resolver, null, null, 0);
  }

  Scope inside(FieldValue listItem, int position) {
    return new Scope(resolver, this, listItem, position);
  }

  Optional<FieldValue> find(String path) {
    FieldValue own = item;
    if (own != null) {
      if (path.equals("this")) {
        return Optional.of(own);
      }
      if (path.equals("@index")) {
        return Optional.of(FieldValue.number(index));
      }
      String rest = path.startsWith("this.") ? path.substring(5) : path;
      Optional<FieldValue> found = inside(own, rest);
      if (found.isPresent()) {
        return found;
      }
    }
    Scope around = outer;
    return around == null ? resolve(path) : around.find(path);
  }

  private Optional<FieldValue> resolve(String path) {
    Optional<FieldValue> whole = resolver.resolve(path);
    if (whole.isPresent()) {
      return whole;
    }
    for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
      Optional<FieldValue> start = resolver.resolve(path.substring(0, dot));
      if (start.isPresent()) {
        return inside(start.get(), path.substring(dot + 1));
      }
    }
    return Optional.empty();
  }

  private static Optional<FieldValue> inside(FieldValue value, String path) {
    if (value instanceof FieldValue.Absent) {
      // what a missing thing has is missing too, not unknown
      return Optional.of(value);
    }
    if (!(value instanceof FieldValue.Fields fields)) {
      return Optional.empty();
    }
    int dot = path.indexOf('.');
    FieldValue next = fields.fields().get(dot < 0 ? path : path.substring(0, dot));
    if (next == null) {
      return Optional.empty();
    }
    return dot < 0 ? Optional.of(next) : inside(next, path.substring(dot + 1));
  }
}
