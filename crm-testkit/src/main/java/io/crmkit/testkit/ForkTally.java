package io.crmkit.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Adds up what the JVMs that share a module's tests have run: each leaves a file in a common folder
 * while it runs, and another with what it ran, so that the last one to end knows of all. What is
 * left of an earlier run is cleared by the first JVM of the next; one that was killed counts as
 * ended. For one thread of each JVM.
 */
final class ForkTally {

  private static final String RUNNING = ".running";
  private static final String COUNTS = ".counts";
  private static final String STATEMENTS = ".statements";

  private final Path folder;
  private final String me;

  /** For this JVM. */
  ForkTally(Path folder) {
    this(folder, ProcessHandle.current().pid());
  }

  /**
   * @param pid the process that runs the tests
   */
  ForkTally(Path folder, long pid) {
    this.folder = folder;
    this.me = Long.toString(pid);
  }

  /**
   * What is known when this JVM ends.
   *
   * @param othersStillRun whether more is to come
   * @param forks how many JVMs have ended
   * @param counts how many tests ran on each storage, in all of them
   * @param statements all different statements of all of them
   */
  record Total(
      boolean othersStillRun,
      int forks,
      Map<String, Integer> counts,
      SortedSet<String> statements) {}

  /** This JVM's tests begin. */
  void begin() {
    locked(
        () -> {
          if (running().isEmpty()) {
            for (Path left : files("")) {
              Files.delete(left);
            }
          }
          Files.writeString(folder.resolve(me + RUNNING), "");
          return total();
        });
  }

  /** This JVM's tests have ended. */
  Total end(Map<String, Integer> counts, List<String> statements) {
    return locked(
        () -> {
          Files.write(
              folder.resolve(me + COUNTS),
              counts.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
          Files.write(folder.resolve(me + STATEMENTS), statements);
          Files.deleteIfExists(folder.resolve(me + RUNNING));
          return total();
        });
  }

  private Total total() throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    List<Path> ended = files(COUNTS);
    for (Path file : ended) {
      for (String line : Files.readAllLines(file)) {
        int at = line.indexOf('=');
        counts.merge(line.substring(0, at), Integer.parseInt(line.substring(at + 1)), Integer::sum);
      }
    }
    SortedSet<String> statements = new TreeSet<>();
    for (Path file : files(STATEMENTS)) {
      statements.addAll(Files.readAllLines(file));
    }
    return new Total(!running().isEmpty(), ended.size(), counts, statements);
  }

  /** The other JVMs that are under way. */
  private List<Path> running() throws IOException {
    return files(RUNNING).stream()
        .filter(file -> !name(file).equals(me))
        .filter(
            file ->
                ProcessHandle.of(Long.parseLong(name(file)))
                    .filter(ProcessHandle::isAlive)
                    .isPresent())
        .toList();
  }

  private static String name(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.indexOf('.'));
  }

  private List<Path> files(String ending) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> files = new ArrayList<>();
      all.filter(file -> file.getFileName().toString().endsWith(ending))
          .filter(file -> !file.getFileName().toString().equals("lock"))
          .sorted()
          .forEach(files::add);
      return files;
    }
  }

  private interface Work {
    Total run() throws IOException;
  }

  private Total locked(Work work) {
    try {
      Files.createDirectories(folder);
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (!lock.isValid()) {
          throw new IllegalStateException("the folder is not locked: " + folder);
        }
        return work.run();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
