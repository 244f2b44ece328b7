package io.crmkit.api.criteria;

import java.util.List;
import java.util.Objects;

/**
 * A typed property of an entity by which it can be searched and sorted. Entities publish theirs as
 * constants; a path that the entity does not have is reported when the CRM opens.
 *
 * @param entity the record class
 * @param path the record components from the entity to the value, joined by dots, such as {@code
 *     "address.city"}
 * @param type the class of the value; boxed for primitives
 */
public record Attribute<E, V>(Class<E> entity, String path, Class<V> type) {

  public Attribute {
    Objects.requireNonNull(entity, "entity");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(type, "type");
  }

  public static <E, V> Attribute<E, V> of(Class<E> entity, String path, Class<V> type) {
    return new Attribute<>(entity, path, type);
  }

  /** The value is there and equals this one; text letter for letter. */
  public Criteria<E> eq(V value) {
    return new Criteria.In<>(this, List.of(value));
  }

  /** The value is there and is one of these; nothing matches an empty list. */
  public Criteria<E> in(List<? extends V> values) {
    return new Criteria.In<>(this, List.copyOf(values));
  }

  /** The value is there. */
  public Criteria<E> present() {
    return new Criteria.Present<>(this);
  }

  /** The value is not there. */
  public Criteria<E> absent() {
    return Criteria.not(present());
  }

  /** The value is there and is this or greater. */
  public Criteria<E> atLeast(V from) {
    return new Criteria.Range<>(this, from, null);
  }

  /** The value is there and is smaller than this. */
  public Criteria<E> lessThan(V to) {
    return new Criteria.Range<>(this, null, to);
  }

  /** The value is there, is {@code from} or greater, and smaller than {@code to}. */
  public Criteria<E> between(V from, V to) {
    return new Criteria.Range<>(this, from, to);
  }

  /** Smallest first; rows without a value last. */
  public Order<E> ascending() {
    return new Order<>(this, Order.Direction.ASCENDING);
  }

  /** Greatest first; rows without a value last. */
  public Order<E> descending() {
    return new Order<>(this, Order.Direction.DESCENDING);
  }
}
