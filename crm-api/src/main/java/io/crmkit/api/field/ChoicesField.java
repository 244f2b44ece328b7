package io.crmkit.api.field;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A custom field that holds any number of choices; none is the same as no value. They are kept in
 * the order of their codes, each between commas, so that one can be searched for. Immutable.
 */
public final class ChoicesField extends Field<Set<String>> {

  /** Behind the name of the field where each of its choices is meant. */
  public static final String EACH = "[]";

  private static final String COMMA = ",";

  ChoicesField(String key) {
    super(key, FieldType.CHOICES);
  }

  /** Records that have this choice, perhaps among others. The index serves this. */
  public <E> Criteria<E> has(Class<E> entity, String choice) {
    return each(entity).eq(choice);
  }

  /** Records that have at least one of these choices; none if there are none. */
  public <E> Criteria<E> hasAny(Class<E> entity, Collection<String> choices) {
    return each(entity).in(List.copyOf(choices));
  }

  /** Each choice by itself; compared for equality only. */
  private <E> Attribute<E, String> each(Class<E> entity) {
    return Attribute.of(entity, PREFIX + key() + EACH, String.class);
  }

  /** Records that have any choice. */
  public <E> Criteria<E> present(Class<E> entity) {
    return attribute(entity).present();
  }

  private <E> Attribute<E, String> attribute(Class<E> entity) {
    return Attribute.of(entity, PREFIX + key(), String.class);
  }

  @Override
  public List<String> names() {
    return List.of(key());
  }

  @Override
  Optional<Set<String>> read(Map<String, String> kept) {
    return Optional.ofNullable(kept.get(key())).map(ChoicesField::split);
  }

  /**
   * The choices of a value as it is kept.
   *
   * @return their codes, in order
   */
  public static Set<String> split(String kept) {
    Set<String> codes = new LinkedHashSet<>(Arrays.asList(kept.split(COMMA)));
    codes.remove("");
    return Collections.unmodifiableSet(codes);
  }

  @Override
  void write(Map<String, String> kept, Set<String> value) {
    if (value.isEmpty()) {
      kept.remove(key());
    } else {
      kept.put(key(), COMMA + String.join(COMMA, new TreeSet<>(value)) + COMMA);
    }
  }
}
