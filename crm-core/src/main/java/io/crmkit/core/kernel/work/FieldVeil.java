package io.crmkit.core.kernel.work;

import io.crmkit.api.access.FieldAccess;
import io.crmkit.api.access.FieldAccess.Rule;
import io.crmkit.api.access.FieldAccess.Sight;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.field.Field;
import io.crmkit.core.kernel.model.Column;
import io.crmkit.core.kernel.model.CustomColumns;
import io.crmkit.core.kernel.model.DbType;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.model.PartModel;
import io.crmkit.core.kernel.model.Records;
import io.crmkit.core.spi.storage.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rules for the fields of one entity, put to records: what an actor is shown of them, which
 * fields he may search by, and which he may fill in.
 */
final class FieldVeil<E> {

  static final String MASK = "\u2022\u2022\u2022";

  private final EntityModel<E> model;
  private final FieldAccess rules;
  private final Predicate<String> isTextField;

  /**
   * @param isTextField whether a custom field, by its name, is a text
   * @throws IllegalStateException if the policy hides or masks what cannot be
   */
  FieldVeil(EntityModel<E> model, FieldAccess rules, Predicate<String> isTextField) {
    this.model = model;
    this.rules = rules;
    this.isTextField = isTextField;
    new VeilCheck(model, rules).run();
  }

  /** The same rules, masks hiding all of a text. */
  FieldVeil<E> withoutEnds() {
    Map<String, Rule> bare = new TreeMap<>();
    rules.byPath().forEach((path, rule) -> bare.put(path, new Rule(rule.sight(), 0)));
    return new FieldVeil<>(model, new FieldAccess(bare), isTextField);
  }

  /** How much is seen of a field; null for everything. */
  @Nullable Sight sightOf(String path) {
    Rule rule = rules.of(path);
    return rule == null ? null : rule.sight();
  }

  /** Whether a field, or some of what is in it, is not seen as it is. */
  boolean isCovered(String path) {
    return coverOf(path) != null
        || rules.byPath().entrySet().stream()
            .anyMatch(e -> e.getKey().startsWith(path + ".") && covers(e.getValue()));
  }

  /** Whether anything is not seen as it is. */
  boolean coversSomething() {
    return rules.byPath().values().stream().anyMatch(FieldVeil::covers);
  }

  /** Whether there is a rule for a field or for some of what is in it. */
  boolean isRuled(String path) {
    return rules.of(path) != null
        || rules.byPath().keySet().stream().anyMatch(p -> p.startsWith(path + "."));
  }

  /** The rule for a field, if it is not seen as it is. */
  private @Nullable Rule coverOf(String path) {
    Rule rule = rules.of(path);
    return covers(rule) ? rule : null;
  }

  private static boolean covers(@Nullable Rule rule) {
    return rule != null && rule.sight() != Sight.READ_ONLY;
  }

  /** Whether nobody may tell records apart by this attribute, which may be a computed one. */
  boolean isBlind(String attribute) {
    String path = CustomColumns.fieldOf(attribute);
    for (Entity.Derived<E> derived : model.entity().derived()) {
      if (derived.column().equals(path)) {
        return derived.from().isEmpty()
            ? coversSomething()
            : derived.from().stream().anyMatch(this::isCovered);
      }
    }
    return isCovered(path);
  }

  /** The record as it is shown. */
  E shown(E row) {
    if (!coversSomething()) {
      return row;
    }
    @Nullable Object[] columns = shown("", model.columns(), model.components(row));
    List<?>[] lists = new List<?>[model.parts().size()];
    for (int i = 0; i < lists.length; i++) {
      lists[i] = shown(model.parts().get(i), model.parts().get(i).of(row));
    }
    return model.build(columns, lists);
  }

  /** A list of parts as it is shown. */
  List<?> shown(PartModel part, List<?> parts) {
    if (coverOf(part.path()) != null) {
      return List.of();
    }
    if (!isCovered(part.path())) {
      return parts;
    }
    List<Object> shown = new ArrayList<>(parts.size());
    for (Object one : parts) {
      shown.add(part.build(shown(part.path() + ".", part.columns(), part.components(one))));
    }
    return shown;
  }

  private @Nullable Object[] shown(
      String prefix, List<Column> columns, @Nullable Object[] components) {
    for (int i = 0; i < components.length; i++) {
      components[i] = shown(prefix, columns.get(i), components[i]);
    }
    return components;
  }

  /** What the row is built from. */
  private @Nullable Object shown(String prefix, Column column, @Nullable Object held) {
    if (held == null) {
      return null;
    }
    if (column.isCustom()) {
      CustomValues values = shown((CustomValues) held);
      return values.isEmpty() ? null : EntityModel.document(values);
    }
    Rule rule = coverOf(prefix + column.path());
    if (rule != null) {
      return rule.sight() == Sight.MASKED
          ? masked((String) held, rule.shownAtEnd())
          : VeilCheck.nothingFor(held);
    }
    return column.type() == DbType.JSON
        ? EntityModel.document(document(prefix + column.path(), held))
        : column.encoded(held);
  }

  /** A document that is a record may have fields of its own that are not shown. */
  private Object document(String path, Object held) {
    return held instanceof Record && isCovered(path)
        ? Records.rebuilt(held, (name, value) -> within(path + "." + name, value))
        : held;
  }

  private @Nullable Object within(String path, @Nullable Object value) {
    Rule rule = coverOf(path);
    if (value == null || rule == null) {
      return value == null ? null : document(path, value);
    } else if (rule.sight() == Sight.MASKED) {
      return masked((String) value, rule.shownAtEnd());
    }
    return value instanceof Map<?, ?> ? Map.of() : value instanceof List<?> ? List.of() : null;
  }

  /** The values of custom fields as they are shown. */
  CustomValues shown(CustomValues values) {
    Map<String, String> texts = new TreeMap<>();
    values
        .texts()
        .forEach(
            (name, text) -> {
              String shown = shownText(Field.PREFIX + name, text);
              if (shown != null) {
                texts.put(name, shown);
              }
            });
    return texts.equals(values.texts()) ? values : new CustomValues(texts);
  }

  /** What the audit tells of a value; null if nothing. */
  @Nullable String shownText(String path, String text) {
    Rule rule = coverOf(path);
    if (rule == null) {
      return text;
    }
    boolean masked =
        rule.sight() == Sight.MASKED
            && (!path.startsWith(Field.PREFIX)
                || isTextField.test(path.substring(Field.PREFIX.length())));
    return masked ? masked(text, rule.shownAtEnd()) : null;
  }

  /** So many characters more than are shown that what is shown tells little. */
  private static String masked(String text, int shownAtEnd) {
    int length = text.codePointCount(0, text.length());
    if (text.startsWith(MASK) && length == MASK.length() + shownAtEnd) {
      return text; // Masked already, on its way out of an inner service.
    }
    return length <= 2 * shownAtEnd
        ? MASK
        : MASK + text.substring(text.offsetByCodePoints(text.length(), -shownAtEnd));
  }
}
