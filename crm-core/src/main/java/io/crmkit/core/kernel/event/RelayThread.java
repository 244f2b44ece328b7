package io.crmkit.core.kernel.event;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers durable events in the background: soon after a commit of this node, and once in a while
 * for what other nodes or rolled-forward clocks left.
 */
public final class RelayThread implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RelayThread.class);
  private static final long POLL_MILLIS = 1_000;
  private static final long CLOSE_MILLIS = 30_000;

  private final Semaphore work = new Semaphore(0);
  private volatile @Nullable Thread thread;
  private volatile boolean closed;

  /**
   * Begins.
   *
   * @param delivery delivers what is due, and says how much that was
   */
  public void start(IntSupplier delivery) {
    Thread started = new Thread(() -> run(delivery), "crmkit-relay");
    started.setDaemon(true);
    thread = started;
    started.start();
  }

  public void wake() {
    if (work.availablePermits() == 0) {
      work.release();
    }
  }

  private void run(IntSupplier delivery) {
    while (!closed) {
      try {
        boolean woken = work.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS);
        if (!closed) {
          int done = delivery.getAsInt();
          LOG.debug("{} deliveries, {}", done, woken ? "woken" : "polling");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        LOG.warn("deliveries will be tried again", e);
      }
    }
  }

  /** Waits for the delivery under way. */
  @Override
  public void close() {
    closed = true;
    wake();
    Thread running = thread;
    if (running != null && Thread.currentThread() != running) {
      try {
        running.join(CLOSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
