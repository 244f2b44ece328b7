package io.crmkit.core.kernel.work;

import io.crmkit.api.access.FieldAccess.Sight;
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
    Sight sight = veil.sightOf(field);
    if (sight != null) {
      return whole(field, sight, value);
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

  /** A value with a rule of its own. */
  private @Nullable Object whole(String field, Sight sight, @Nullable Object value) {
    Object had = before == null ? null : Records.at(before, field);
    if (Objects.equals(value, had) || (isNothing(value) && isNothing(had))) {
      return value;
    }
    Object seen = shown == null ? null : Records.at(shown, field);
    boolean givenBack = Objects.equals(value, seen) || (isNothing(value) && isNothing(seen));
    if (sight != Sight.READ_ONLY && before != null && givenBack) {
      return had;
    }
    throw denied(field);
  }

  private CustomValues custom(CustomValues values) {
    CustomValues had = before == null ? CustomValues.none() : model.customOf(before);
    CustomValues seen = veil.shown(had);
    Map<String, String> texts = new TreeMap<>(values.texts());
    TreeSet<String> names = new TreeSet<>(texts.keySet());
    names.addAll(had.texts().keySet());
    for (String name : names) {
      Sight sight = veil.sightOf(Field.PREFIX + name);
      String given = texts.get(name);
      String was = had.texts().get(name);
      if (sight == null || Objects.equals(given, was)) {
        continue;
      }
      boolean givenBack = given == null || given.equals(seen.texts().get(name));
      if (sight == Sight.READ_ONLY || was == null || !givenBack) {
        throw denied(Field.PREFIX + name);
      }
      texts.put(name, was);
    }
    return new CustomValues(texts);
  }

  /** Parts of which something is ruled: as they were shown, or new without what is ruled. */
  private List<?> parts(String path, String field, List<?> given) {
    if (before == null) {
      return given.stream().map(part -> inside(path, field, part)).toList();
    }
    Object had = Records.at(before, field);
    if (given.equals(had)) {
      return given;
    }
    Object seen = shown == null ? null : Records.at(shown, field);
    if (given.equals(seen) && had instanceof List<?> whole) {
      return whole;
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
        || (value instanceof Map<?, ?> map && map.isEmpty());
  }

  private AccessDenied denied(String field) {
    return new AccessDenied(
        before == null ? "create" : "change", model.name(), "not the field " + field);
  }
}
