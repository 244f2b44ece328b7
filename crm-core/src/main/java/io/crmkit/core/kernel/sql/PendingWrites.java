package io.crmkit.core.kernel.sql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Writes that have not been sent yet. They go in the order of the tables' declaration, so that
 * owners come before what they own and equal statements together; deletions stay where they are.
 */
final class PendingWrites {

  private static final Comparator<Write> BY_TABLE = Comparator.comparingInt(Write::order);

  /**
   * One statement.
   *
   * @param order the table's place; equal statements of one table are sent together
   * @param deletes whether others may not be moved past it
   */
  record Write(Call call, int order, boolean deletes) {}

  private final List<Write> writes = new ArrayList<>();

  void add(Write write) {
    writes.add(write);
  }

  int size() {
    return writes.size();
  }

  /** Whether one of these tables, given by their places, is to be written. */
  boolean touches(Set<Integer> tables) {
    for (Write write : writes) {
      if (tables.contains(write.order())) {
        return true;
      }
    }
    return false;
  }

  /** How many of them must find a row at the expected version. */
  int guarded() {
    int count = 0;
    for (Write write : writes) {
      if (write.call().guarded() != null) {
        count++;
      }
    }
    return count;
  }

  /** Forgets what was added since there were so many. */
  void truncate(int size) {
    writes.subList(size, writes.size()).clear();
  }

  /** Moves the first so many, in the order in which they are to be sent. */
  void moveTo(List<Call> calls, int count) {
    List<Write> moving = sorted(count);
    for (Write write : moving) {
      calls.add(write.call());
    }
    moving.clear();
  }

  /** Adds all of them in the order in which they are to be sent. They stay. */
  void addTo(List<Call> calls) {
    for (Write write : sorted(writes.size())) {
      calls.add(write.call());
    }
  }

  private List<Write> sorted(int count) {
    List<Write> moving = writes.subList(0, count);
    int begin = 0;
    for (int i = 0; i <= moving.size(); i++) {
      if (i == moving.size() || moving.get(i).deletes()) {
        moving.subList(begin, i).sort(BY_TABLE);
        begin = i + 1;
      }
    }
    return moving;
  }
}
