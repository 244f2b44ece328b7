package io.crmkit.benchmarks.workloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RoundsTest {

  private final AtomicLong clock = new AtomicLong();

  /** An operation that takes so many milliseconds of the clock that stands beside. */
  private Runnable taking(long millis) {
    return () -> clock.addAndGet(millis * 1_000_000);
  }

  @Test
  void theRatioIsOurThroughputOverTheFloors() {
    Rounds rounds = new Rounds(clock::get, 5, 100);

    Rounds.Comparison comparison = rounds.compare(taking(2), taking(5));

    assertThat(comparison.ratio()).isEqualTo(2.5, within(1e-9));
    assertThat(comparison.ours()).isEqualTo(500, within(1e-9));
    assertThat(comparison.disturbed()).isZero();
  }

  @Test
  void aPairWhoseFloorsDifferIsRepeatedUntilItIsCalm() {
    Rounds rounds = new Rounds(clock::get, 5, 100);
    int[] calls = {0};
    Runnable floor = () -> clock.addAndGet(calls[0]++ < 1 ? 500_000_000 : 100_000_000);

    Rounds.Comparison comparison = rounds.compare(taking(100), floor);

    assertThat(comparison.ratio()).isEqualTo(1, within(1e-9));
    assertThat(comparison.least()).isEqualTo(1, within(1e-9));
    assertThat(comparison.disturbed()).isZero();
  }

  @Test
  void aRunThatStaysNoisySaysSo() {
    Rounds rounds = new Rounds(clock::get, 5, 100);
    int[] calls = {0};
    Runnable floor = () -> clock.addAndGet((calls[0]++ % 2 == 0 ? 100 : 200) * 1_000_000L);

    assertThat(rounds.compare(taking(100), floor).disturbed()).isEqualTo(5);
  }
}
