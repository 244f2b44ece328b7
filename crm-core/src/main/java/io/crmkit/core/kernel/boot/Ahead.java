package io.crmkit.core.kernel.boot;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * A piece of the start that goes on beside the rest, on a thread of its own that ends with it.
 *
 * @param <T> what it comes to
 */
final class Ahead<T> {

  private final FutureTask<T> task;

  private Ahead(Callable<T> work) {
    this.task = new FutureTask<>(work);
  }

  static <T> Ahead<T> begin(String name, Callable<T> work) {
    Ahead<T> ahead = new Ahead<>(work);
    Thread thread = new Thread(ahead.task, "crmkit-start-" + name);
    thread.setDaemon(true);
    thread.start();
    return ahead;
  }

  /**
   * Waits for the result.
   *
   * @throws RuntimeException what the work threw; anything checked is wrapped
   */
  T result() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw unchecked(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static RuntimeException unchecked(@Nullable Throwable cause) {
    if (cause instanceof RuntimeException runtime) {
      return runtime;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return new IllegalStateException(cause);
  }
}
