package io.crmkit.core.kernel.work;

import io.crmkit.api.access.FieldAccess;
import io.crmkit.api.access.FieldAccess.Rule;
import io.crmkit.api.access.FieldAccess.Sight;
import io.crmkit.api.field.Field;
import io.crmkit.core.kernel.model.Column;
import io.crmkit.core.kernel.model.DbType;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.model.PartModel;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether the rules of a policy can be followed: what is always there cannot be hidden, what is no
 * text cannot be masked, and what there is not has no rule.
 */
final class VeilCheck {

  private final EntityModel<?> model;
  private final FieldAccess rules;

  VeilCheck(EntityModel<?> model, FieldAccess rules) {
    this.model = model;
    this.rules = rules;
  }

  /**
   * @throws IllegalStateException naming the field
   */
  void run() {
    rules.byPath().forEach(this::requireKnown);
    for (Column column : model.columns()) {
      require("", model.entity().type(), column);
    }
    for (PartModel part : model.parts()) {
      Rule whole = rules.of(part.path());
      if (whole != null && whole.sight() == Sight.MASKED) {
        throw fault(part.path(), "masked, since it is no text; hide it");
      }
      if (whole != null
          && whole.sight() == Sight.HIDDEN
          && model.entity().neverEmpty().contains(part.path())) {
        throw fault(part.path(), "hidden, since it is always there; hide what is in it");
      }
      if (whole == null) {
        part.columns().forEach(column -> require(part.path() + ".", part.type(), column));
      }
    }
  }

  private void requireKnown(String path, Rule rule) {
    boolean custom =
        model.isCustomizable() && (path + ".").startsWith(Field.PREFIX) && !path.isEmpty();
    boolean column = model.columns().stream().anyMatch(c -> isIn(c.path(), path));
    boolean part =
        model.parts().stream()
            .anyMatch(
                p ->
                    isIn(p.path(), path)
                        || p.columns().stream()
                            .anyMatch(c -> isIn(p.path() + "." + c.path(), path)));
    if (!custom && !column && !part && !isWithinDocument(path, rule)) {
      throw new IllegalStateException(
          "the field policy has a rule for " + path + ", which " + model.name() + " has not");
    }
    if (path.equals("id") || path.equals("version")) {
      throw fault(path, rule.sight() == Sight.READ_ONLY ? "made so" : "hidden");
    }
  }

  /** Documents that are records have fields, too. */
  private boolean isWithinDocument(String path, Rule rule) {
    for (Column column : model.columns()) {
      if (column.type() == DbType.JSON && path.startsWith(column.path() + ".")) {
        RecordComponent field = field(model.entity().type(), path);
        if (field == null) {
          return false;
        } else if (rule.sight() == Sight.MASKED && field.getType() != String.class) {
          throw fault(path, "masked, since it is no text; hide it");
        } else if (rule.sight() == Sight.HIDDEN
            && !isNullable(field)
            && !isCollection(field.getType())) {
          throw fault(path, "hidden, since it is always there; mask it if it is a text");
        }
        return true;
      }
    }
    return false;
  }

  private static @Nullable RecordComponent field(Class<?> type, String path) {
    RecordComponent found = null;
    Class<?> at = type;
    for (String name : path.split("\\.")) {
      found = at.isRecord() ? find(at, name) : null;
      if (found == null) {
        return null;
      }
      at = found.getType();
    }
    return found;
  }

  private static boolean isIn(String path, String group) {
    return path.equals(group) || path.startsWith(group + ".");
  }

  private void require(String prefix, Class<?> type, Column column) {
    String path = prefix + column.path();
    Rule rule = column.isCustom() ? null : rules.of(path);
    if (rule == null || rule.sight() == Sight.READ_ONLY) {
      return;
    }
    if (rule.sight() == Sight.MASKED && !column.codec().isFreeText()) {
      throw fault(path, "masked, since it is no text; hide it");
    }
    if (rule.sight() == Sight.HIDDEN && !mayBeAbsent(prefix, type, column.path())) {
      throw fault(path, "hidden, since it is always there; mask it if it is a text");
    }
  }

  /** Whether the component, or a whole that is hidden with it, may be absent. */
  private boolean mayBeAbsent(String prefix, Class<?> type, String path) {
    Class<?> at = type;
    StringBuilder soFar = new StringBuilder(prefix);
    for (String name : path.split("\\.")) {
      RecordComponent component = component(at, name);
      soFar.append(name);
      boolean covered = hides(rules.of(soFar.toString()));
      if (covered && (isNullable(component) || isCollection(component.getType()))) {
        return true;
      }
      soFar.append('.');
      at = component.getType();
    }
    return false;
  }

  private static boolean hides(@Nullable Rule rule) {
    return rule != null && rule.sight() == Sight.HIDDEN;
  }

  private static RecordComponent component(Class<?> type, String name) {
    return Objects.requireNonNull(find(type, name));
  }

  private static @Nullable RecordComponent find(Class<?> type, String name) {
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.getName().equals(name)) {
        return component;
      }
    }
    return null;
  }

  private static boolean isNullable(RecordComponent component) {
    return !component.getType().isPrimitive()
        && component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static boolean isCollection(Class<?> type) {
    return type == Map.class || type == List.class;
  }

  /** What is shown in place of a hidden value: nothing, or an empty document. */
  static @Nullable Object nothingFor(Object held) {
    if (held instanceof Map<?, ?>) {
      return EntityModel.document(Map.of());
    }
    return held instanceof List<?> ? EntityModel.document(List.of()) : null;
  }

  private IllegalStateException fault(String path, String what) {
    return new IllegalStateException(
        "the field policy cannot be followed: "
            + path
            + " of "
            + model.name()
            + " cannot be "
            + what);
  }
}
