package io.crmkit.core.kernel.event;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Clears what is old in the background, once an hour. */
public final class RetentionThread implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RetentionThread.class);
  private static final long PAUSE_MINUTES = 60;
  private static final long CLOSE_SECONDS = 30;

  private final ScheduledExecutorService executor;

  /**
   * Begins; the first run comes after an hour, so that starting costs nothing.
   *
   * @param clearing clears what is old, and says how much that was
   */
  public RetentionThread(IntSupplier clearing) {
    executor =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "crmkit-retention");
              thread.setDaemon(true);
              return thread;
            });
    executor.scheduleWithFixedDelay(
        () -> run(clearing), PAUSE_MINUTES, PAUSE_MINUTES, TimeUnit.MINUTES);
  }

  private static void run(IntSupplier clearing) {
    try {
      LOG.debug("{} old keys and names cleared", clearing.getAsInt());
    } catch (RuntimeException e) {
      LOG.warn("old keys could not be cleared; it is tried again in an hour", e);
    }
  }

  /** Waits for the step under way. */
  @Override
  public void close() {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        executor.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      executor.shutdownNow();
    }
  }
}
