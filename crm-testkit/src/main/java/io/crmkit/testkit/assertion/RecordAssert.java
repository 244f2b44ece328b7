package io.crmkit.testkit.assertion;

import io.crmkit.api.field.CustomValues;
import io.crmkit.api.field.Field;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * What assertions on records have in common: custom fields, and how they tell what they found.
 *
 * @param <S> the assertions themselves
 * @param <R> the record class
 */
abstract class RecordAssert<S extends RecordAssert<S, R>, R> extends AbstractAssert<S, R> {

  RecordAssert(@Nullable R actual, Class<S> self) {
    super(actual, self);
  }

  /** The record in words, such as "the order O-000001". */
  abstract String describe();

  abstract CustomValues custom();

  /**
   * Its custom field has this value, compared as it is kept: 2.50 is 2.5.
   *
   * @throws IllegalArgumentException if the field of this key is of another type
   */
  public <T> S hasCustom(Field<T> field, T wanted) {
    isNotNull();
    Optional<T> found = custom().get(field);
    if (!found.equals(CustomValues.of(field, wanted).get(field))) {
      failWithMessage(
          "Expected the field %s <%s> of %s but it %s",
          field.key(), wanted, describe(), told(found.orElse(null)));
    }
    return myself;
  }

  /** Its custom field has no value. */
  public S hasNoCustom(Field<?> field) {
    isNotNull();
    return none("field " + field.key(), custom().get(field).orElse(null));
  }

  /** This part of the record is as wanted. */
  final S same(String part, @Nullable Object wanted, @Nullable Object found) {
    if (!Objects.equals(found, wanted)) {
      failWithMessage(
          "Expected the %s <%s> of %s but it %s", part, wanted, describe(), told(found));
    }
    return myself;
  }

  /** There is nothing in this part of the record. */
  final S none(String part, @Nullable Object found) {
    if (found != null) {
      failWithMessage("Expected no %s of %s but it is <%s>", part, describe(), found);
    }
    return myself;
  }

  /** The record is in this condition; otherwise it is told what is so instead. */
  final S holds(boolean condition, String wanted, String found) {
    if (!condition) {
      failWithMessage("Expected %s %s but %s", describe(), wanted, found);
    }
    return myself;
  }

  private static String told(@Nullable Object found) {
    return found == null ? "has none" : "is <" + found + ">";
  }
}
