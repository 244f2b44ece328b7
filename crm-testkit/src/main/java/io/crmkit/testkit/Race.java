package io.crmkit.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Several threads that start at the same moment.
 *
 * <pre>{@code
 * Race<Asset> race = Race.of(4, i -> assets.push(command));
 * assertThat(race.won()).hasSize(1);
 * assertThat(race.lost()).allMatch(Conflict.class::isInstance);
 * }</pre>
 *
 * @param won what those returned that returned; in the order of the runners
 * @param lost what those threw that threw; in the order of the runners
 */
public record Race<R>(List<R> won, List<Throwable> lost) {

  /** A race that is not over by then has a deadlock nobody resolved. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  public Race {
    won = List.copyOf(won);
    lost = List.copyOf(lost);
  }

  /** Runs the work in that many threads at once, each given its number from 0. */
  public static <R> Race<R> of(int runners, IntFunction<R> work) {
    List<Callable<R>> all = new ArrayList<>();
    for (int i = 0; i < runners; i++) {
      int number = i;
      all.add(() -> work.apply(number));
    }
    return between(all);
  }

  /**
   * Runs all of these at once, each in a thread of its own.
   *
   * @throws AssertionError if one is not done within a minute
   */
  public static <R> Race<R> between(List<Callable<R>> runners) {
    CyclicBarrier start = new CyclicBarrier(runners.size());
    ExecutorService threads = Executors.newFixedThreadPool(runners.size());
    try {
      List<Future<R>> running = new ArrayList<>();
      for (Callable<R> runner : runners) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return runner.call();
                }));
      }
      return results(running);
    } finally {
      threads.shutdownNow();
    }
  }

  private static <R> Race<R> results(List<Future<R>> running) {
    List<R> won = new ArrayList<>();
    List<Throwable> lost = new ArrayList<>();
    for (Future<R> runner : running) {
      Throwable thrown = null;
      R result = null;
      try {
        result = runner.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      } catch (ExecutionException e) {
        thrown = e.getCause();
      } catch (TimeoutException e) {
        throw new AssertionError("a runner was not done after " + PATIENCE, e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted while waiting for the runners", e);
      }
      sort(result, thrown, won, lost);
    }
    return new Race<>(won, lost);
  }

  private static <R> void sort(
      @Nullable R result, @Nullable Throwable thrown, List<R> won, List<Throwable> lost) {
    if (thrown != null) {
      lost.add(thrown);
    } else if (result != null) {
      won.add(result);
    } else {
      throw new AssertionError("a runner must return something");
    }
  }

  /** Fails, with what was thrown, unless all returned. */
  public List<R> allWon() {
    if (!lost.isEmpty()) {
      AssertionError failure = new AssertionError(lost.size() + " runners failed", lost.get(0));
      lost.stream().skip(1).forEach(failure::addSuppressed);
      throw failure;
    }
    return won;
  }
}
