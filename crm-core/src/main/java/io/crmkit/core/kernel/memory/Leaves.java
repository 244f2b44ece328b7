package io.crmkit.core.kernel.memory;

import io.crmkit.api.criteria.Criteria;
import java.util.HashMap;
import java.util.Map;

/** The conditions that a row must meet whatever else is asked, by the attribute they are about. */
final class Leaves {

  private Leaves() {}

  /** Equalities come before ranges; of several about one attribute any will do. */
  static <E> Map<String, Criteria<E>> of(Criteria<E> criteria) {
    Map<String, Criteria<E>> leaves = new HashMap<>();
    collect(criteria, leaves);
    return leaves;
  }

  private static <E> void collect(Criteria<E> criteria, Map<String, Criteria<E>> leaves) {
    if (criteria instanceof Criteria.And<E> and) {
      and.all().forEach(part -> collect(part, leaves));
    } else if (criteria instanceof Criteria.In<E, ?> in) {
      leaves.put(in.attribute().path(), criteria);
    } else if (criteria instanceof Criteria.Range<E, ?> range) {
      leaves.putIfAbsent(range.attribute().path(), criteria);
    }
  }
}
