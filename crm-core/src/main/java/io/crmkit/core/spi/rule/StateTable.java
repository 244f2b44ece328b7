package io.crmkit.core.spi.rule;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A state machine as a table: from which states which trigger leads where. One per aggregate,
 * validated when built, able to draw itself. Immutable.
 *
 * <pre>{@code
 * StateTable.startingAt(DRAFT)
 *     .on("activate").from(DRAFT, SUSPENDED).to(ACTIVE)
 *     .on("suspend").from(ACTIVE).to(SUSPENDED)
 *     .build();
 * }</pre>
 */
public final class StateTable<S extends Enum<S>> {

  private record Move<S>(String trigger, S from, S to) {}

  private final S start;
  private final List<Move<S>> moves;

  private StateTable(S start, List<Move<S>> moves) {
    this.start = start;
    this.moves = List.copyOf(moves);
  }

  public static <S extends Enum<S>> Builder<S> startingAt(S start) {
    return new Builder<>(start);
  }

  public S start() {
    return start;
  }

  /** Where the trigger leads from this state; empty if it is not allowed there. */
  public Optional<S> next(S from, String trigger) {
    return moves.stream()
        .filter(m -> m.from() == from && m.trigger().equals(trigger))
        .map(Move::to)
        .findFirst();
  }

  /** The triggers that are allowed in this state, in the table's order. */
  public Set<String> triggers(S from) {
    return moves.stream()
        .filter(m -> m.from() == from)
        .map(Move::trigger)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The table as a Mermaid state diagram. */
  public String draw() {
    StringBuilder drawing = new StringBuilder("stateDiagram-v2\n  [*] --> " + start + "\n");
    for (Move<S> move : moves) {
      drawing.append("  " + move.from() + " --> " + move.to() + ": " + move.trigger() + "\n");
    }
    return drawing.toString();
  }

  /** Builds a table row by row. */
  public static final class Builder<S extends Enum<S>> {

    private final S start;
    private final List<Move<S>> moves = new ArrayList<>();

    private Builder(S start) {
      this.start = start;
    }

    public Row<S> on(String trigger) {
      return new Row<>(this, trigger);
    }

    /**
     * @throws IllegalStateException if a state cannot be reached from the start
     */
    public StateTable<S> build() {
      Set<S> reached = EnumSet.of(start);
      boolean grown = true;
      while (grown) {
        grown =
            reached.addAll(
                moves.stream().filter(m -> reached.contains(m.from())).map(Move::to).toList());
      }
      Set<S> all = EnumSet.allOf(start.getDeclaringClass());
      all.removeAll(reached);
      if (!all.isEmpty()) {
        throw new IllegalStateException("states that cannot be reached: " + all);
      }
      return new StateTable<>(start, moves);
    }

    private void add(String trigger, S from, S to) {
      if (moves.stream().anyMatch(m -> m.from() == from && m.trigger().equals(trigger))) {
        throw new IllegalStateException(trigger + " leads from " + from + " to two states");
      }
      moves.add(new Move<>(trigger, from, to));
    }
  }

  /** One trigger, waiting for its states. */
  public static final class Row<S extends Enum<S>> {

    private final Builder<S> table;
    private final String trigger;
    private List<S> from = List.of();

    private Row(Builder<S> table, String trigger) {
      this.table = table;
      this.trigger = trigger;
    }

    @SafeVarargs
    public final Row<S> from(S... states) {
      from = List.of(states);
      return this;
    }

    /** Ends the row: the trigger leads to this state. */
    public Builder<S> to(S state) {
      from.forEach(f -> table.add(trigger, f, state));
      return table;
    }
  }
}
