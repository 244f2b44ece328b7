package io.crmkit.core.kernel.event;

import io.crmkit.core.kernel.work.DueTask;
import io.crmkit.core.kernel.work.Lane;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tasks between those who find them and those who do them. Trades are served in turn, and none gets
 * more than half of the workers while others exist, so that a slow handler keeps no other waiting.
 * Safe for many threads.
 */
final class TaskBoard {

  private static final int MOST_WAITING = 500;

  private final int workers;
  private final Map<String, Deque<DueTask>> waiting = new LinkedHashMap<>();
  private final Map<String, Integer> running = new HashMap<>();
  private final Set<Object> keys = new HashSet<>();
  private final Set<Object> wantedAgain = new HashSet<>();
  private boolean closed;

  TaskBoard(int workers) {
    this.workers = workers;
  }

  /** Adds the task, unless one about the same thing is there, or too many wait. */
  synchronized void offer(DueTask task) {
    Deque<DueTask> queue =
        waiting.computeIfAbsent(task.lane().trade(), trade -> new ArrayDeque<>());
    if (closed || queue.size() >= MOST_WAITING) {
      return;
    }
    if (keys.add(task.key())) {
      queue.add(task);
      notifyAll();
    } else {
      wantedAgain.add(task.key());
    }
  }

  /** Whether a task about this waits or is being done. */
  synchronized boolean has(Object key) {
    return keys.contains(key);
  }

  /** How many tasks of the lane's trade wait. */
  synchronized int waiting(Lane lane) {
    Deque<DueTask> queue = waiting.get(lane.trade());
    return queue == null ? 0 : queue.size();
  }

  /** The next task, of the trade that has the fewest workers; null when closed. */
  synchronized @Nullable DueTask take() throws InterruptedException {
    DueTask task = next();
    while (task == null && !closed) {
      wait();
      task = next();
    }
    return task;
  }

  private @Nullable DueTask next() {
    if (closed) {
      return null;
    }
    String chosen = null;
    int fewest = Integer.MAX_VALUE;
    int most = waiting.size() <= 1 ? workers : Math.max(1, workers / 2);
    for (Map.Entry<String, Deque<DueTask>> entry : waiting.entrySet()) {
      int busy = running.getOrDefault(entry.getKey(), 0);
      if (!entry.getValue().isEmpty() && busy < most && busy < fewest) {
        chosen = entry.getKey();
        fewest = busy;
      }
    }
    Deque<DueTask> queue = chosen == null ? null : waiting.remove(chosen);
    if (chosen == null || queue == null) {
      return null;
    }
    // To the end, so that trades with as many workers take turns.
    waiting.put(chosen, queue);
    running.merge(chosen, 1, Integer::sum);
    return queue.remove();
  }

  /**
   * The task is over.
   *
   * @return whether somebody has offered it again in the meantime
   */
  synchronized boolean done(DueTask task) {
    running.merge(task.lane().trade(), -1, Integer::sum);
    keys.remove(task.key());
    notifyAll();
    return wantedAgain.remove(task.key());
  }

  /** What waits is forgotten; it is still due. */
  synchronized void close() {
    closed = true;
    waiting.clear();
    notifyAll();
  }
}
