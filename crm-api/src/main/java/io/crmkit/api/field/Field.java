package io.crmkit.api.field;

import io.crmkit.api.value.EntityId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A custom field as programs name it: its key, and the type of its values. What else there is to it
 * says its {@link FieldDefinition}.
 *
 * <pre>{@code
 * static final SingleField<String> TIER = Field.choice("loyalty.tier");
 *
 * customer.custom().get(TIER)                          // Optional<String>
 * TIER.of(Customer.class).eq("gold")                   // criteria like any others
 * }</pre>
 *
 * Immutable. Fields with the same key and type are equal.
 *
 * @param <T> the class of its values
 */
public abstract sealed class Field<T> permits SingleField, MoneyField, ChoicesField {

  /** In front of keys where attributes are named: {@code custom.loyalty.tier}. */
  public static final String PREFIX = "custom.";

  private static final Pattern KEY =
      Pattern.compile("(?:[a-z][a-z0-9_]{0,30}\\.)?[a-z][a-zA-Z0-9]{0,38}");

  private final String key;
  private final FieldType type;

  Field(String key, FieldType type) {
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException(
          "a custom field's key is a word of up to 39 letters and digits that begins with a small"
              + " letter, behind the module's id and a point if a module declares it: '"
              + key
              + "'");
    }
    this.key = key;
    this.type = Objects.requireNonNull(type, "type");
  }

  /**
   * @param key a word; if a module declares the field, its id and a point in front of it
   * @throws IllegalArgumentException if the key is no such word; so do all of these
   */
  public static SingleField<String> text(String key) {
    return new SingleField<>(key, FieldType.TEXT, FieldForm.TEXT);
  }

  public static SingleField<BigDecimal> number(String key) {
    return new SingleField<>(key, FieldType.NUMBER, FieldForm.NUMBER);
  }

  public static MoneyField money(String key) {
    return new MoneyField(key);
  }

  public static SingleField<LocalDate> date(String key) {
    return new SingleField<>(key, FieldType.DATE, FieldForm.DATE);
  }

  public static SingleField<Instant> instant(String key) {
    return new SingleField<>(key, FieldType.INSTANT, FieldForm.INSTANT);
  }

  public static SingleField<Boolean> yesNo(String key) {
    return new SingleField<>(key, FieldType.YES_NO, FieldForm.YES_NO);
  }

  /** Values are the codes of choices. */
  public static SingleField<String> choice(String key) {
    return new SingleField<>(key, FieldType.CHOICE, FieldForm.TEXT);
  }

  /** Values are sets of codes of choices. */
  public static ChoicesField choices(String key) {
    return new ChoicesField(key);
  }

  /**
   * @param type the class of ids, such as {@code CustomerId.class}
   * @param id makes one, such as {@code CustomerId::new}
   */
  public static <I extends EntityId> SingleField<I> reference(
      String key, Class<I> type, Function<UUID, I> id) {
    return new SingleField<>(
        key,
        FieldType.REFERENCE,
        new FieldForm<>(type, i -> i.value().toString(), t -> id.apply(UUID.fromString(t))));
  }

  public String key() {
    return key;
  }

  public FieldType type() {
    return type;
  }

  /** The names under which values are kept; more than one if a value has several parts. */
  public abstract List<String> names();

  /** The value among kept ones. */
  abstract Optional<T> read(Map<String, String> kept);

  /** Puts the value's parts among kept ones. */
  abstract void write(Map<String, String> kept, T value);

  @Override
  public boolean equals(Object other) {
    return other instanceof Field<?> field && field.key.equals(key) && field.type == type;
  }

  @Override
  public int hashCode() {
    return Objects.hash(key, type);
  }

  @Override
  public String toString() {
    return PREFIX + key;
  }
}
