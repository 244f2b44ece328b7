package io.crmkit.examples.quickstart;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The program in a JVM of its own. */
final class Child {

  private static final int SECONDS = 120;

  private final Process process;
  private final StringBuilder output = new StringBuilder();
  private final BufferedReader reader;

  private Child(Process process) {
    this.process = process;
    this.reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Starts it in a folder. */
  static Child java(List<String> classPath, Path folder, String... args) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-cp",
                String.join(File.pathSeparator, classPath),
                "io.crmkit.examples.quickstart.Quickstart"));
    command.addAll(List.of(args));
    return new Child(
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start());
  }

  /** Everything that a test sees, without the tests themselves. */
  static List<String> fullClassPath() {
    String path =
        Objects.requireNonNullElse(
            System.getProperty("surefire.test.class.path"), System.getProperty("java.class.path"));
    return Arrays.stream(path.split(File.pathSeparator))
        .filter(entry -> !entry.contains("test-classes"))
        .toList();
  }

  /** The same without some modules. */
  static List<String> classPathWithout(List<String> modules) {
    return fullClassPath().stream()
        .filter(entry -> modules.stream().noneMatch(module -> isOf(entry, module)))
        .toList();
  }

  static boolean isOf(String entry, String module) {
    String path = entry.replace(File.separatorChar, '/');
    return path.contains("/" + module + "/target/") || path.contains("/" + module + "-0.");
  }

  /** Reads on until a line contains the text. */
  void waitForLine(String text) throws IOException {
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      output.append(line).append('\n');
      if (line.contains(text)) {
        return;
      }
    }
    throw new IOException("ended without saying \"" + text + "\":\n" + output);
  }

  /** Kills it at once, as a power failure would. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** The exit code. */
  int waitFor() throws InterruptedException {
    try {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        output.append(line).append('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("did not end:\n" + output);
    }
    return process.exitValue();
  }

  /** What it has printed. */
  String output() {
    return output.toString();
  }
}
