package io.crmkit.core.customer.common;

import io.crmkit.api.customer.DateSpan;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Trees that change over time: who stands below whom, on which days. On each day a tree must be
 * free of circles.
 */
public final class DatedTree {

  /**
   * One stands below another.
   *
   * @param child below
   * @param parent above
   * @param period on which days
   */
  public record Edge<K>(K child, K parent, DateSpan period) {}

  private record Visit<K>(K node, DateSpan period) {}

  private DatedTree() {}

  /**
   * Looks for a circle that would be closed by one more edge.
   *
   * <p>Follows the parents upwards from the edge's parent, on each way keeping the days that all of
   * its edges have in common; a circle is closed on the days with which a way arrives at the edge's
   * child.
   *
   * @param added the edge
   * @param parentsOf the edges that are there already, by child
   * @return the days of a circle, if there is one
   */
  public static <K> Optional<DateSpan> circle(Edge<K> added, Function<K, List<Edge<K>>> parentsOf) {
    Set<Visit<K>> seen = new HashSet<>();
    Deque<Visit<K>> open = new ArrayDeque<>();
    open.add(new Visit<>(added.parent(), added.period()));
    while (!open.isEmpty()) {
      Visit<K> visit = open.remove();
      if (visit.node().equals(added.child())) {
        return Optional.of(visit.period());
      }
      for (Edge<K> edge : parentsOf.apply(visit.node())) {
        DateSpan common = visit.period().intersect(edge.period());
        Visit<K> next = new Visit<>(edge.parent(), common);
        if (!common.isEmpty() && seen.add(next)) {
          open.add(next);
        }
      }
    }
    return Optional.empty();
  }

  /** How a bound of a period is told to people. */
  public static String told(@Nullable LocalDate bound) {
    return bound == null ? "…" : bound.toString();
  }
}
