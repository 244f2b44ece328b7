package io.crmkit.api.criteria;

import io.crmkit.api.value.EntityId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition over the records of one entity: the one query language for searches, segments, access
 * restrictions and workflow guards, with the same answer on every storage.
 *
 * <p>It is two-valued: a value that is absent matches no leaf, and {@link #not} is the exact
 * complement. Immutable and safe for many threads.
 */
public sealed interface Criteria<E> {

  /** Every record. */
  record All<E>() implements Criteria<E> {}

  /** The value is one of these. */
  record In<E, V>(Attribute<E, V> attribute, List<V> values) implements Criteria<E> {
    public In {
      values = List.copyOf(values);
    }
  }

  /** The value lies between the bounds: the lower one included, the upper one excluded. */
  record Range<E, V>(Attribute<E, V> attribute, @Nullable V from, @Nullable V to)
      implements Criteria<E> {
    public Range {
      if (from == null && to == null) {
        throw new IllegalArgumentException("a range needs a bound");
      }
    }
  }

  /** The text begins so, letter for letter. */
  record StartsWith<E>(Attribute<E, String> attribute, String prefix) implements Criteria<E> {}

  /** The text contains this, letter for letter. */
  record Contains<E>(Attribute<E, String> attribute, String fragment) implements Criteria<E> {}

  /** The value is there. */
  record Present<E>(Attribute<E, ?> attribute) implements Criteria<E> {}

  /** All hold; true when there are none. */
  record And<E>(List<Criteria<E>> all) implements Criteria<E> {
    public And {
      all = List.copyOf(all);
    }
  }

  /** At least one holds; false when there are none. */
  record Or<E>(List<Criteria<E>> any) implements Criteria<E> {
    public Or {
      any = List.copyOf(any);
    }
  }

  /** The exact complement. */
  record Not<E>(Criteria<E> of) implements Criteria<E> {}

  /** At least one part matches. */
  record AnyPart<E, P>(Parts<E, P> parts, Criteria<P> where) implements Criteria<E> {}

  /**
   * The record that the attribute refers to matches. One that the caller may not see is as if it
   * did not exist; the criteria of an access policy look at everything.
   */
  record Ref<E, T>(Attribute<E, ? extends EntityId> attribute, Class<T> target, Criteria<T> where)
      implements Criteria<E> {}

  /**
   * At least one record of another entity refers to this one by its attribute, and matches: so
   * modules are searched by, though they know of this entity and it does not know of them. Records
   * that the caller may not see are as if they did not exist; the criteria of an access policy look
   * at everything.
   */
  record Having<E, O>(Attribute<O, ? extends EntityId> link, Criteria<O> where)
      implements Criteria<E> {}

  /**
   * The record hangs anywhere below the root, following the parent attribute upwards; what the
   * caller may not see is on no way to the root.
   *
   * @param through what records on the way, the record itself included, must be like
   */
  record Below<E>(Attribute<E, ? extends EntityId> parent, EntityId root, Criteria<E> through)
      implements Criteria<E> {

    /** Through whatever there is. */
    public Below(Attribute<E, ? extends EntityId> parent, EntityId root) {
      this(parent, root, Criteria.all());
    }
  }

  static <E> Criteria<E> all() {
    return new All<>();
  }

  @SafeVarargs
  static <E> Criteria<E> and(Criteria<E>... all) {
    return new And<>(Arrays.asList(all));
  }

  @SafeVarargs
  static <E> Criteria<E> or(Criteria<E>... any) {
    return new Or<>(Arrays.asList(any));
  }

  static <E> Criteria<E> not(Criteria<E> of) {
    return new Not<>(of);
  }

  static <E> Criteria<E> startsWith(Attribute<E, String> attribute, String prefix) {
    return new StartsWith<>(attribute, prefix);
  }

  static <E> Criteria<E> contains(Attribute<E, String> attribute, String fragment) {
    return new Contains<>(attribute, fragment);
  }

  static <E, T> Criteria<E> ref(
      Attribute<E, ? extends EntityId> attribute, Class<T> target, Criteria<T> where) {
    return new Ref<>(attribute, target, where);
  }

  /**
   * Records that some other record refers to: {@code having(ServiceRequestAttributes.CUSTOMER,
   * ServiceRequestAttributes.STATUS.eq(RequestStatus.NEW))} are customers with a new request.
   *
   * @param link the other records' reference to those that are searched
   */
  static <E, O> Criteria<E> having(Attribute<O, ? extends EntityId> link, Criteria<O> where) {
    return new Having<>(link, where);
  }

  static <E> Criteria<E> below(Attribute<E, ? extends EntityId> parent, EntityId root) {
    return new Below<>(parent, root);
  }

  /** Both hold. */
  default Criteria<E> and(Criteria<E> other) {
    return new And<>(List.of(this, other));
  }
}
