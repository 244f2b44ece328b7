package io.crmkit.verification.kill;

import io.crmkit.verification.kill.Journal.Entry;
import io.crmkit.verification.kill.Operation.Kind;
import io.crmkit.verification.kill.Operation.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * For which due times each timer must have fired when all that was due has been done. Each due time
 * fires once; a move or a cancellation says whether the timer was still there.
 */
final class TimerPromises {

  private TimerPromises() {}

  static List<String> faults(Journal journal, Rows rows) {
    Map<String, List<String>> fired =
        rows.grouped("select timer, due from crm_ledger_fired where tenant_id = ?");
    Map<String, List<Entry>> timers = new LinkedHashMap<>();
    for (Entry entry : journal.entries()) {
      if (entry.operation().kind().isTimer()) {
        timers.computeIfAbsent(entry.word(0), t -> new ArrayList<>()).add(entry);
      }
    }
    List<String> faults = new ArrayList<>();
    timers.forEach(
        (timer, history) -> {
          List<String> actual = fired.getOrDefault(timer, List.of());
          boolean once = new HashSet<>(actual).size() == actual.size();
          if (!once || !allowed(history).contains(Set.copyOf(actual))) {
            faults.add(
                timer + " fired for " + actual + ", not " + allowed(history) + ": " + history);
          }
        });
    return faults;
  }

  /** The sets of due times of which one must have fired. */
  static Collection<Set<String>> allowed(List<Entry> history) {
    Set<String> fired = new HashSet<>();
    String due = null;
    for (Entry entry : history) {
      if (entry.outcome() == Outcome.UNKNOWN) {
        // The load leaves a timer alone of which it does not know how it stands.
        return unknown(entry, fired, due);
      }
      if (entry.outcome() == Outcome.REFUSED) {
        continue;
      }
      boolean there = entry.is(Kind.SET) || entry.answer().get(0).equals("true");
      if (!there && due != null) {
        fired.add(due);
      }
      due = there && !entry.is(Kind.CANCEL) ? entry.word(1) : null;
    }
    return List.of(with(fired, due));
  }

  private static List<Set<String>> unknown(Entry entry, Set<String> fired, @Nullable String due) {
    return switch (entry.operation().kind()) {
      case SET, MOVE -> List.of(with(fired, due), with(fired, entry.word(1)));
      default -> List.of(with(fired, due), Set.copyOf(fired));
    };
  }

  private static Set<String> with(Set<String> fired, @Nullable String due) {
    Set<String> all = new HashSet<>(fired);
    if (due != null) {
      all.add(due);
    }
    return all;
  }
}
