package io.crmkit.core.customer.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.customer.DateSpan;
import io.crmkit.core.customer.common.DatedTree.Edge;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DatedTreeTest {

  private static final LocalDate START = LocalDate.parse("2024-02-25");
  private static final int DAYS = 12;

  private static List<Edge<Integer>> parents(List<Edge<Integer>> edges, Integer child) {
    return edges.stream().filter(e -> e.child().equals(child)).toList();
  }

  @Test
  void an_edge_to_oneself_is_a_circle_on_all_its_days() {
    DateSpan span = DateSpan.since(START);

    assertThat(DatedTree.circle(new Edge<>(1, 1, span), k -> List.of())).contains(span);
  }

  @Test
  void edges_that_never_meet_close_no_circle() {
    Edge<Integer> early = new Edge<>(2, 1, new DateSpan(null, START));
    Edge<Integer> late = new Edge<>(1, 2, DateSpan.since(START));

    assertThat(DatedTree.circle(late, k -> parents(List.of(early), k))).isEmpty();
  }

  /** What is found for whole spans equals what is found by looking at each day by itself. */
  @Property(tries = 2_000)
  void circles_are_those_of_the_single_days(
      @ForAll("edges") List<Edge<Integer>> candidates, @ForAll("edge") Edge<Integer> added) {
    List<Edge<Integer>> edges = new ArrayList<>();
    for (Edge<Integer> candidate : candidates) {
      if (daysOfCircles(edges, candidate).isEmpty()) {
        edges.add(candidate);
      }
    }

    Optional<DateSpan> found = DatedTree.circle(added, k -> parents(edges, k));

    Set<LocalDate> expected = daysOfCircles(edges, added);
    assertThat(found.isPresent()).isEqualTo(!expected.isEmpty());
    found.ifPresent(
        span -> assertThat(days().stream().filter(span::contains)).isSubsetOf(expected));
  }

  private static List<LocalDate> days() {
    return START.datesUntil(START.plusDays(DAYS)).toList();
  }

  private static Set<LocalDate> daysOfCircles(List<Edge<Integer>> edges, Edge<Integer> added) {
    Set<LocalDate> days = new HashSet<>();
    for (LocalDate day : days()) {
      if (added.period().contains(day) && reaches(edges, added.parent(), added.child(), day)) {
        days.add(day);
      }
    }
    return days;
  }

  private static boolean reaches(
      List<Edge<Integer>> edges, Integer from, Integer to, LocalDate day) {
    Set<Integer> reached = new HashSet<>(Set.of(from));
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Edge<Integer> edge : edges) {
        if (edge.period().contains(day) && reached.contains(edge.child())) {
          grown |= reached.add(edge.parent());
        }
      }
    }
    return reached.contains(to);
  }

  @Provide
  Arbitrary<List<Edge<Integer>>> edges() {
    return edge().list().ofMaxSize(14);
  }

  @Provide
  Arbitrary<Edge<Integer>> edge() {
    Arbitrary<Integer> node = Arbitraries.integers().between(1, 6);
    return Combinators.combine(node, node, span()).as(Edge::new);
  }

  private static Arbitrary<DateSpan> span() {
    Arbitrary<LocalDate> bound =
        Arbitraries.integers().between(1, DAYS - 1).map(START::plusDays).injectNull(0.3);
    return Combinators.combine(bound, bound).as(DateSpan::new).filter(s -> !s.isEmpty());
  }
}
