package io.crmkit.core.kernel.event;

import io.crmkit.core.kernel.work.DueTask;
import io.crmkit.core.kernel.work.DueWork;
import io.crmkit.core.kernel.work.Lane;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does durable work in the background: soon after a commit of this node, and once in a while for
 * what has become due or what other nodes left. One thread finds, several do.
 */
public final class RelayPool implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RelayPool.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final long CLOSE_MILLIS = 30_000;

  /** A lane is looked at again before its workers have nothing to do. */
  private static final int FEW = 20;

  /** Looking for work takes a tenth of the time at most, however much there is. */
  private static final int REST = 10;

  private final TaskBoard board;
  private final int workers;
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final Set<Lane> hints = new LinkedHashSet<>();

  /** Those that can wait until the next look everywhere. */
  private final Set<Lane> leisurely = new LinkedHashSet<>();

  private final Set<Lane> unfinished = new HashSet<>();
  private volatile @Nullable Instant lastPass;
  private volatile boolean closed;
  private long nextPoll = System.nanoTime();

  /**
   * @param workers how many tasks are done at once
   */
  public RelayPool(int workers) {
    this.workers = workers;
    this.board = new TaskBoard(workers);
  }

  /** Begins. */
  public void start(DueWork work) {
    for (int i = 1; i <= workers; i++) {
      threads.add(daemon("crmkit-relay-" + i, this::doTasks));
    }
    Thread finding = daemon("crmkit-relay", () -> find(work));
    threads.add(finding);
    threads.forEach(Thread::start);
  }

  private static Thread daemon(String name, Runnable run) {
    Thread thread = new Thread(run, name);
    thread.setDaemon(true);
    return thread;
  }

  /** There may be something to do on these lanes. */
  public void wake(Set<Lane> lanes) {
    synchronized (hints) {
      for (Lane lane : lanes) {
        (lane.kind() == Lane.Kind.FEED ? leisurely : hints).add(lane);
      }
      hints.notifyAll();
    }
  }

  /** Whether all threads run. */
  public boolean isAlive() {
    return !closed && !threads.isEmpty() && threads.stream().allMatch(Thread::isAlive);
  }

  /** When this node last looked everywhere, by the system's clock; null if it has not yet. */
  public @Nullable Instant lastPass() {
    return lastPass;
  }

  private void find(DueWork work) {
    while (!closed) {
      try {
        Set<Lane> lanes = awaitHints();
        if (closed) {
          return;
        }
        if (lanes.isEmpty()) {
          lanes = poll(work);
        }
        for (Lane lane : lanes) {
          offer(work, lane);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException | Error e) {
        nextPoll = System.nanoTime() + POLL.toNanos();
        LOG.warn("due work could not be found; it is looked for again", e);
      }
    }
  }

  /** Hints, or nothing once it is time to look everywhere. */
  private Set<Lane> awaitHints() throws InterruptedException {
    synchronized (hints) {
      long left = nextPoll - System.nanoTime();
      while (hints.isEmpty() && left > 0 && !closed) {
        hints.wait(left / 1_000_000 + 1);
        left = nextPoll - System.nanoTime();
      }
      if (left <= 0) {
        return Set.of();
      }
      Set<Lane> taken = Set.copyOf(hints);
      hints.clear();
      return taken;
    }
  }

  private Set<Lane> poll(DueWork work) {
    Set<Lane> lanes = new LinkedHashSet<>();
    synchronized (hints) {
      hints.clear();
      lanes.addAll(leisurely);
      leisurely.clear();
    }
    long begin = System.nanoTime();
    work.resumeWanted();
    lanes.addAll(work.lanes());
    lastPass = Instant.now();
    long took = System.nanoTime() - begin;
    nextPoll = System.nanoTime() + Math.max(POLL.toNanos(), REST * took);
    return lanes;
  }

  private void offer(DueWork work, Lane lane) {
    if (board.waiting(lane) >= FEW) {
      // It comes again when most of them are done.
      remember(lane);
      return;
    }
    List<DueTask> tasks = work.tasks(lane, board::has);
    tasks.forEach(board::offer);
    if (tasks.size() > FEW) {
      remember(lane);
    }
  }

  private void remember(Lane lane) {
    synchronized (unfinished) {
      unfinished.add(lane);
    }
  }

  private void doTasks() {
    try {
      for (DueTask task = board.take(); task != null; task = board.take()) {
        int done = 0;
        try {
          done = task.work().getAsInt();
        } catch (RuntimeException | Error e) {
          LOG.warn("due work of {} failed", task.lane(), e);
        }
        boolean again = board.done(task);
        if (again || done > 0) {
          followUp(task.lane(), again || done > 1);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Looks for more where there was more than was taken. */
  private void followUp(Lane lane, boolean wanted) {
    boolean known;
    synchronized (unfinished) {
      known = board.waiting(lane) < FEW && unfinished.remove(lane);
    }
    if (wanted || known) {
      wake(Set.of(lane));
    }
  }

  /** Waits for what is under way. */
  @Override
  public void close() {
    closed = true;
    board.close();
    synchronized (hints) {
      hints.notifyAll();
    }
    long deadline = System.nanoTime() + CLOSE_MILLIS * 1_000_000;
    for (Thread thread : threads) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left > 0 && thread != Thread.currentThread()) {
        try {
          thread.join(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }
  }
}
