package io.crmkit.core.kernel.work;

import io.crmkit.api.error.AccessDenied;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.field.Field;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.model.Records;
import io.crmkit.core.spi.work.Form;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Forms under the rules for fields. Who fills in a form that shows him less than there is gives
 * back what he was shown: there the record keeps what it has. Whatever else he puts where he may
 * not is refused.
 */
final class FilledIn<E> {

  private final EntityModel<E> model;
  private final FieldVeil<E> veil;
  private final Map<String, String> at;
  private final boolean absentKeeps;
  private final @Nullable E before;
  private final @Nullable E shown;

  private FilledIn(EntityModel<E> model, FieldVeil<E> veil, @Nullable E before, Form<?> form) {
    this.model = model;
    this.veil = veil;
    this.before = before;
    this.shown = before == null ? null : veil.shown(before);
    this.at = form.at();
    this.absentKeeps = form.absentKeeps();
  }

  /**
   * The form as the record's rules may use it.
   *
   * @param before null for a new record
   * @throws AccessDenied naming the field
   */
  static <E, C extends Record> C of(
      EntityModel<E> model, FieldVeil<E> veil, @Nullable E before, Form<C> form) {
    @SuppressWarnings("unchecked")
    C given =
        (C)
            Objects.requireNonNull(
                new FilledIn<>(model, veil, before, form).inside("", "", form.content()));
    return given;
  }

  private @Nullable Object of(String path, String field, @Nullable Object value) {
    if (!veil.isRuled(field)) {
      return value;
    }
    if (value == null && absentKeeps && path.indexOf('.') < 0) {
      return null;
    }
    if (veil.sightOf(field) != null) {
      return whole(field, value);
    } else if (value instanceof CustomValues values) {
      return custom(values);
    } else if (value instanceof List<?> list) {
      return parts(path, field, list);
    }
    return value == null ? null : inside(path, field, value);
  }

  private @Nullable Object inside(String path, String field, Object value) {
    return value instanceof Record
        ? Records.rebuilt(
            value,
            (name, component) ->
                of(
                    joined(path, name),
                    at.getOrDefault(joined(path, name), joined(field, name)),
                    component))
        : value;
  }

  private static String joined(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /**
   * A value with a rule of its own. Nothing is compared with what is not shown: whoever guesses it
   * must not learn that he did.
   */
  private @Nullable Object whole(String field, @Nullable Object value) {
    if (before == null || shown == null) {
      if (isNothing(value)) {
        return value;
      }
      throw denied(field);
    }
    Object seen = Records.at(shown, field);
    if (Objects.equals(value, seen) || (isNothing(value) && isNothing(seen))) {
      return Records.at(before, field);
    }
    throw denied(field);
  }

  private CustomValues custom(CustomValues values) {
    Map<String, String> had = before == null ? Map.of() : model.customOf(before).texts();
    Map<String, String> seen = shown == null ? Map.of() : model.customOf(shown).texts();
    Map<String, String> texts = new TreeMap<>(values.texts());
    TreeSet<String> names = new TreeSet<>(texts.keySet());
    if (!absentKeeps) {
      names.addAll(had.keySet());
    }
    for (String name : names) {
      if (veil.sightOf(Field.PREFIX + name) == null) {
        continue;
      } else if (!Objects.equals(texts.get(name), seen.get(name))) {
        throw denied(Field.PREFIX + name);
      }
      String was = had.get(name);
      if (was != null) {
        texts.put(name, was);
      }
    }
    return new CustomValues(texts);
  }

  /** Parts of which something is ruled: as they were shown, or new without what is ruled. */
  private List<?> parts(String path, String field, List<?> given) {
    if (before == null || shown == null) {
      return given.stream().map(part -> inside(path, field, part)).toList();
    }
    if (given.equals(Records.at(shown, field))
        && Records.at(before, field) instanceof List<?> had) {
      return had;
    }
    throw denied(field);
  }

  /** What nobody would say he had filled in. */
  private static boolean isNothing(@Nullable Object value) {
    return value == null
        || (value instanceof String text && text.isBlank())
        || (value instanceof Number number && number.doubleValue() == 0)
        || value.equals(Boolean.FALSE)
        || (value instanceof Collection<?> many && many.isEmpty())
        || (value instanceof Map<?, ?> map && map.isEmpty())
        || (value instanceof CustomValues custom && custom.isEmpty());
  }

  private AccessDenied denied(String field) {
    return new AccessDenied(
        before == null ? "create" : "change", model.name(), "not the field " + field);
  }
}
