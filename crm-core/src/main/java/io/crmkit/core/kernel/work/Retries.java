package io.crmkit.core.kernel.work;

import io.crmkit.api.relay.RetryPolicy;
import io.crmkit.api.relay.WorkStatus;
import io.crmkit.core.kernel.work.KernelEntities.Attempts;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** What becomes of work that failed. */
final class Retries {

  private static final int MAX_ERROR = 2_000;
  private static final int MAX_DOUBLINGS = 40;

  private Retries() {}

  /** One attempt more has failed: it is due again after a pause, or parked. */
  static Attempts failed(Attempts before, RetryPolicy policy, Instant now, Throwable failure) {
    int count = before.count() + 1;
    boolean parked = count >= policy.attempts();
    return new Attempts(
        parked ? WorkStatus.PARKED : WorkStatus.WAITING,
        count,
        parked ? Attempts.NEVER : now.plus(pause(policy, count)),
        shortened(failure));
  }

  /** Doubles with each failure, up to a limit; a quarter of it by chance, to scatter rivals. */
  static Duration pause(RetryPolicy policy, int failures) {
    Duration pause = policy.firstPause();
    for (int i = 1; i < Math.min(failures, MAX_DOUBLINGS); i++) {
      pause = pause.multipliedBy(2);
      if (pause.compareTo(policy.longestPause()) >= 0) {
        pause = policy.longestPause();
        break;
      }
    }
    long quarter = pause.dividedBy(4).toNanos() / 1_000;
    return pause.plusNanos(ThreadLocalRandom.current().nextLong(quarter + 1) * 1_000);
  }

  private static String shortened(Throwable failure) {
    String text = failure.toString().replace("\u0000", "");
    if (text.length() <= MAX_ERROR) {
      return text;
    }
    boolean halved = Character.isHighSurrogate(text.charAt(MAX_ERROR - 1));
    return text.substring(0, halved ? MAX_ERROR - 1 : MAX_ERROR);
  }
}
