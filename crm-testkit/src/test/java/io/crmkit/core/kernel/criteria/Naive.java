package io.crmkit.core.kernel.criteria;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.core.kernel.lab.Keeper;
import io.crmkit.core.kernel.lab.KeeperId;
import io.crmkit.core.kernel.lab.Sample;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.core.kernel.lab.SpecimenId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides criteria from their meaning, sharing no code with the interpreters.
 *
 * @param specimens those that there are, or that somebody may see: others decide nothing
 * @param eyes whose: to somebody who may not see everything, a root that is not there is none
 */
record Naive(Map<SpecimenId, Specimen> specimens, Map<KeeperId, Keeper> keepers, Eyes eyes) {

  enum Eyes {
    ALL,
    SOME
  }

  Naive(Map<SpecimenId, Specimen> specimens, Map<KeeperId, Keeper> keepers) {
    this(specimens, keepers, Eyes.ALL);
  }

  /** To somebody who may only see what matches. */
  Naive seen(Criteria<Specimen> restriction) {
    Map<SpecimenId, Specimen> seen = new HashMap<>(specimens);
    seen.values().removeIf(specimen -> !matches(specimen, restriction));
    return new Naive(seen, keepers, restriction instanceof Criteria.All ? Eyes.ALL : Eyes.SOME);
  }

  boolean matches(Specimen row, Criteria<Specimen> criteria) {
    if (criteria instanceof Criteria.AnyPart<Specimen, ?> any) {
      @SuppressWarnings("unchecked")
      Criteria<Sample> where = (Criteria<Sample>) any.where();
      for (Sample sample : row.samples()) {
        if (decide(Attr.OF_SAMPLE, sample, where)) {
          return true;
        }
      }
      return false;
    }
    if (criteria instanceof Criteria.Ref<Specimen, ?> ref) {
      return refers(row, ref);
    }
    if (criteria instanceof Criteria.Having<Specimen, ?> having) {
      @SuppressWarnings("unchecked")
      Criteria<Specimen> where = (Criteria<Specimen>) having.where();
      for (Specimen child : specimens.values()) {
        if (row.id().equals(child.links().parent()) && matches(child, where)) {
          return true;
        }
      }
      return false;
    }
    if (criteria instanceof Criteria.Below<Specimen> below) {
      return below(row, new SpecimenId(below.root().value()));
    }
    if (criteria instanceof Criteria.And<Specimen> and) {
      for (Criteria<Specimen> each : and.all()) {
        if (!matches(row, each)) {
          return false;
        }
      }
      return true;
    }
    if (criteria instanceof Criteria.Or<Specimen> or) {
      for (Criteria<Specimen> each : or.any()) {
        if (matches(row, each)) {
          return true;
        }
      }
      return false;
    }
    if (criteria instanceof Criteria.Not<Specimen> not) {
      return !matches(row, not.of());
    }
    return leaf(Attr.OF_SPECIMEN, row, criteria);
  }

  @SuppressWarnings("unchecked")
  private boolean refers(Specimen row, Criteria.Ref<Specimen, ?> ref) {
    if (ref.target() == Keeper.class) {
      Keeper keeper = row.links().keeper() == null ? null : keepers.get(row.links().keeper());
      return keeper != null && decide(Attr.OF_KEEPER, keeper, (Criteria<Keeper>) ref.where());
    }
    Specimen parent = row.links().parent() == null ? null : specimens.get(row.links().parent());
    return parent != null && matches(parent, (Criteria<Specimen>) ref.where());
  }

  private boolean below(Specimen row, SpecimenId root) {
    if (eyes == Eyes.SOME && !specimens.containsKey(root)) {
      return false;
    }
    Set<SpecimenId> passed = new HashSet<>();
    SpecimenId up = row.links().parent();
    while (up != null && passed.add(up)) {
      if (up.equals(root)) {
        return true;
      }
      Specimen above = specimens.get(up);
      up = above == null ? null : above.links().parent();
    }
    return false;
  }

  /** For rows that have neither parts nor references. */
  private static <E> boolean decide(List<Attr<E, ?>> attributes, E row, Criteria<E> criteria) {
    if (criteria instanceof Criteria.And<E> and) {
      return and.all().stream().allMatch(c -> decide(attributes, row, c));
    }
    if (criteria instanceof Criteria.Or<E> or) {
      return or.any().stream().anyMatch(c -> decide(attributes, row, c));
    }
    if (criteria instanceof Criteria.Not<E> not) {
      return !decide(attributes, row, not.of());
    }
    return leaf(attributes, row, criteria);
  }

  private static <E> boolean leaf(List<Attr<E, ?>> attributes, E row, Criteria<E> criteria) {
    if (criteria instanceof Criteria.All<E>) {
      return true;
    }
    if (criteria instanceof Criteria.In<E, ?> in) {
      return in(find(attributes, in.attribute()), row, in);
    }
    if (criteria instanceof Criteria.Range<E, ?> range) {
      return range(find(attributes, range.attribute()), row, range);
    }
    if (criteria instanceof Criteria.StartsWith<E> starts) {
      String text = find(attributes, starts.attribute()).value().apply(row);
      return text != null && text.startsWith(starts.prefix());
    }
    if (criteria instanceof Criteria.Contains<E> contains) {
      String text = find(attributes, contains.attribute()).value().apply(row);
      return text != null && text.contains(contains.fragment());
    }
    if (criteria instanceof Criteria.Present<E> present) {
      return find(attributes, present.attribute()).value().apply(row) != null;
    }
    throw new IllegalArgumentException("unknown criteria " + criteria);
  }

  @SuppressWarnings("unchecked")
  private static <E, V> boolean in(Attr<E, ?> found, E row, Criteria.In<E, V> in) {
    Attr<E, V> attr = (Attr<E, V>) found;
    V value = attr.value().apply(row);
    return value != null && in.values().stream().anyMatch(v -> attr.same(value, v));
  }

  @SuppressWarnings("unchecked")
  private static <E, V> boolean range(Attr<E, ?> found, E row, Criteria.Range<E, V> range) {
    Attr<E, V> attr = (Attr<E, V>) found;
    V value = attr.value().apply(row);
    if (value == null) {
      return false;
    }
    V from = range.from();
    V to = range.to();
    return (from == null || attr.order().compare(value, attr.canonical(from)) >= 0)
        && (to == null || attr.order().compare(value, attr.canonical(to)) < 0);
  }

  @SuppressWarnings("unchecked")
  private static <E, V> Attr<E, V> find(List<Attr<E, ?>> attributes, Attribute<E, V> wanted) {
    return (Attr<E, V>)
        attributes.stream()
            .filter(a -> a.attribute().path().equals(wanted.path()))
            .findFirst()
            .orElseThrow();
  }
}
