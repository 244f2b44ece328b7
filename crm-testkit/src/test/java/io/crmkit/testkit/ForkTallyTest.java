package io.crmkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForkTallyTest {

  @TempDir private Path folder;

  /** Does nothing for a minute. */
  public static final class Sleeper {

    private Sleeper() {}

    public static void main(String[] args) throws InterruptedException {
      Thread.sleep(60_000);
    }
  }

  /** A process that runs until it is told to end. */
  private static Process process() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Sleeper.class.getName())
        .start();
  }

  @Test
  void the_last_to_end_knows_what_all_have_run() throws Exception {
    Process other = process();
    try {
      ForkTally first = new ForkTally(folder);
      ForkTally second = new ForkTally(folder, other.pid());
      first.begin();
      second.begin();

      ForkTally.Total some = first.end(Map.of("H2", 3), List.of("select 1"));
      ForkTally.Total all = second.end(Map.of("H2", 4, "MEMORY", 1), List.of("select 2"));

      assertThat(some.othersStillRun()).isTrue();
      assertThat(all.othersStillRun()).isFalse();
      assertThat(all.forks()).isEqualTo(2);
      assertThat(all.counts()).isEqualTo(Map.of("H2", 7, "MEMORY", 1));
      assertThat(all.statements()).containsExactly("select 1", "select 2");
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void one_that_was_killed_is_not_waited_for() throws Exception {
    Process other = process();
    new ForkTally(folder, other.pid()).begin();
    ForkTally first = new ForkTally(folder);
    first.begin();
    other.destroyForcibly().waitFor();

    assertThat(first.end(Map.of("H2", 3), List.of()).othersStillRun()).isFalse();
  }

  @Test
  void what_an_earlier_run_left_is_not_counted() {
    ForkTally earlier = new ForkTally(folder);
    earlier.begin();
    earlier.end(Map.of("H2", 3), List.of("select 1"));

    ForkTally later = new ForkTally(folder);
    later.begin();
    ForkTally.Total total = later.end(Map.of("H2", 2), List.of());

    assertThat(total.counts()).isEqualTo(Map.of("H2", 2));
    assertThat(total.statements()).isEmpty();
  }
}
