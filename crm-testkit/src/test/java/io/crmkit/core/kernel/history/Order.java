package io.crmkit.core.kernel.history;

import io.crmkit.core.kernel.history.Accounts.Next;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for an order of calls, one after the other, that explains every answer: a call that had
 * returned before another was invoked comes before it, and the last state is the one that was found
 * in the end. Tries every order that there is, so histories must be short.
 */
final class Order {

  private record Place(BitSet done, Accounts state) {}

  private final List<Call> calls;
  private final Accounts end;
  private final Set<Place> hopeless = new HashSet<>();
  private final List<Call> order = new ArrayList<>();

  private Order(List<Call> calls, Accounts end) {
    this.calls = calls;
    this.end = end;
  }

  /** An order that explains it all; empty if there is none. */
  static Optional<List<Call>> explaining(List<Call> calls, Accounts end) {
    List<Call> effective = calls.stream().filter(Accounts::hasEffect).toList();
    Order search = new Order(effective, end);
    return search.from(new BitSet(), Accounts.none())
        ? Optional.of(List.copyOf(search.order))
        : Optional.empty();
  }

  private boolean from(BitSet done, Accounts state) {
    if (done.cardinality() == calls.size()) {
      return state.equals(end);
    }
    Place place = new Place((BitSet) done.clone(), state);
    if (hopeless.contains(place)) {
      return false;
    }
    long firstReturn = firstReturn(done);
    for (int i = 0; i < calls.size(); i++) {
      Call call = calls.get(i);
      if (!done.get(i) && call.invoked() <= firstReturn) {
        for (Next next : state.after(call.ask())) {
          if (next.outcome().equals(call.outcome())) {
            done.set(i);
            order.add(call);
            if (from(done, next.state())) {
              return true;
            }
            order.remove(order.size() - 1);
            done.clear(i);
          }
        }
      }
    }
    hopeless.add(place);
    return false;
  }

  /** Whatever was invoked after this cannot be the next. */
  private long firstReturn(BitSet done) {
    long first = Long.MAX_VALUE;
    for (int i = 0; i < calls.size(); i++) {
      if (!done.get(i)) {
        first = Math.min(first, calls.get(i).returned());
      }
    }
    return first;
  }
}
