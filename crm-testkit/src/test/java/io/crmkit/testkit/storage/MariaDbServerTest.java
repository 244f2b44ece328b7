package io.crmkit.testkit.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No server outlives the tests, however they end. */
class MariaDbServerTest {

  private Process child;

  /** A running child and what it started. */
  private record Started(Path folder, ProcessHandle server, ProcessHandle keeper) {

    void awaitEnd() throws Exception {
      server.onExit().get(60, TimeUnit.SECONDS);
      keeper.onExit().get(60, TimeUnit.SECONDS);
      assertThat(folder).doesNotExist();
      assertThat(folder.resolveSibling(folder.getFileName() + ".log")).doesNotExist();
    }
  }

  @BeforeEach
  void onlyWithAServer() {
    MariaDbStorage storage = new MariaDbStorage();
    assumeTrue(storage.wanted(), () -> "MariaDB is missing: " + storage.missing().orElse(""));
  }

  @AfterEach
  void endChild() {
    if (child != null) {
      child.destroyForcibly();
    }
  }

  private Started start() throws IOException {
    child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                MariaDbChild.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
    Path folder = Path.of(said.readLine()).getParent();
    ProcessHandle server = ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
    return new Started(folder, server, server.parent().orElseThrow());
  }

  @Test
  void theServerEndsWhenTheTestsAreKilled() throws Exception {
    Started started = start();
    assertThat(started.server().isAlive()).isTrue();
    assertThat(Files.isDirectory(started.folder())).isTrue();

    child.destroyForcibly();

    started.awaitEnd();
  }

  @Test
  void theServerEndsWhenTheTestsEnd() throws Exception {
    Started started = start();

    child.getOutputStream().close();

    assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    started.awaitEnd();
  }

  @Test
  void aMissingServerIsToldWithWhatToInstall() {
    List<String> programs = List.of("sh", "mariadbd", "mariadb-install-db");

    assertThat(MariaDbServer.missing()).isEmpty();
    assertThat(MariaDbServer.missing(program -> false).orElseThrow())
        .contains(programs)
        .contains("mariadb-server");
  }
}
