package io.crmkit.core.kernel.work;

import io.crmkit.api.CrmSession;
import io.crmkit.api.error.Conflict;
import io.crmkit.api.error.StaleVersion;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.core.spi.work.Work;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs a service's units of work in the transaction at hand, or in new ones. */
final class SessionWork implements Work {

  private static final int MAX_ATTEMPTS = 6;
  private static final long FIRST_PAUSE_MILLIS = 4;

  private final SessionImpl session;

  SessionWork(SessionImpl session) {
    this.session = session;
  }

  @Override
  public CrmSession session() {
    return session;
  }

  @Override
  public <R> R run(String name, Object input, Function<Tx, R> body) {
    CommandRun<R> command = new CommandRun<>(session, name, input, body);
    TxContext bound = session.bound();
    if (bound != null) {
      return command.within(bound);
    }
    StaleVersion last = null;
    for (int attempt = 1; ; attempt++) {
      TxContext own = session.kernel().begin(TxContext.Kind.SINGLE);
      try {
        R result = command.within(own);
        own.commit();
        return result;
      } catch (Conflict e) {
        own.rollback();
        pauseOrGiveUp(attempt, e);
      } catch (StaleVersion e) {
        own.rollback();
        if (!own.lostRace() || isSame(e, last)) {
          throw e;
        }
        last = e;
        pauseOrGiveUp(attempt, e);
      } finally {
        own.rollback();
      }
    }
  }

  /**
   * A command that meets the same stale version again does not read the record itself: it was given
   * what its caller had read, and would never get any further.
   */
  private static boolean isSame(StaleVersion failure, @Nullable StaleVersion last) {
    return last != null
        && last.expected() == failure.expected()
        && last.ref().equals(failure.ref());
  }

  @Override
  public <R> R read(Function<ReadTx, R> body) {
    TxContext bound = session.bound();
    if (bound != null) {
      return read(Scope.reading(session, bound), body);
    }
    TxContext own = session.kernel().begin(TxContext.Kind.READ);
    try {
      return read(Scope.reading(session.boundTo(own), own), body);
    } finally {
      own.rollback();
    }
  }

  private static <R> R read(Scope scope, Function<ReadTx, R> body) {
    R result = body.apply(scope);
    return scope.isForCaller() && scope.showsLess() ? new ShownResult(scope).of(result) : result;
  }

  /** Rivals that met once would meet again at the same pace: each waits a different while. */
  private static void pauseOrGiveUp(int attempt, RuntimeException failure) {
    if (attempt >= MAX_ATTEMPTS) {
      throw failure;
    }
    long most = FIRST_PAUSE_MILLIS << attempt;
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(1, most));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure;
    }
  }
}
