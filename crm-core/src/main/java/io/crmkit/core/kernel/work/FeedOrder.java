package io.crmkit.core.kernel.work;

import io.crmkit.core.kernel.work.KernelEntities.FeedEntry;
import io.crmkit.core.kernel.work.KernelEntities.FeedWrite;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;

/**
 * Puts commits in an order that agrees with the versions of every record they wrote, and otherwise
 * with the time of their ids. Versions are handed from commit to commit, so that such an order
 * exists, whatever the clocks of the nodes say.
 */
final class FeedOrder {

  private final List<FeedEntry> entries;
  private final List<List<Integer>> followers = new ArrayList<>();
  private final int[] predecessors;

  private record Place(int entry, long version) {}

  private FeedOrder(List<FeedEntry> entries) {
    this.entries = entries;
    this.predecessors = new int[entries.size()];
    entries.forEach(e -> followers.add(new ArrayList<>()));
  }

  /**
   * @param entries in the order of their ids
   */
  static List<FeedEntry> of(List<FeedEntry> entries) {
    FeedOrder order = new FeedOrder(entries);
    order.findFollowers();
    return order.sorted();
  }

  private void findFollowers() {
    Map<UUID, List<Place>> writers = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      for (FeedWrite write : entries.get(i).writes()) {
        writers
            .computeIfAbsent(write.subject(), s -> new ArrayList<>())
            .add(new Place(i, write.subjectVersion()));
      }
    }
    for (List<Place> places : writers.values()) {
      places.sort(Comparator.comparingLong(Place::version));
      for (int i = 1; i < places.size(); i++) {
        int before = places.get(i - 1).entry();
        int after = places.get(i).entry();
        if (before != after && places.get(i - 1).version() < places.get(i).version()) {
          followers.get(before).add(after);
          predecessors[after]++;
        }
      }
    }
  }

  private List<FeedEntry> sorted() {
    List<FeedEntry> sorted = new ArrayList<>(entries.size());
    PriorityQueue<Integer> ready = new PriorityQueue<>();
    for (int i = 0; i < predecessors.length; i++) {
      if (predecessors[i] == 0) {
        ready.add(i);
      }
    }
    while (!ready.isEmpty()) {
      int next = ready.remove();
      sorted.add(entries.get(next));
      for (int follower : followers.get(next)) {
        if (--predecessors[follower] == 0) {
          ready.add(follower);
        }
      }
    }
    // Only a record that was deleted and made anew under its id can bring versions into a circle.
    for (int i = 0; i < predecessors.length; i++) {
      if (predecessors[i] > 0) {
        sorted.add(entries.get(i));
      }
    }
    return sorted;
  }
}
