package io.crmkit.verification.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.verification.BuiltModules;
import io.crmkit.verification.plugin.PluginJar;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Follows docs/writing-a-module.md to the letter: after each step, what it gives compiles and runs.
 */
class TutorialTest {

  private static final Path PAGE = BuiltModules.root().resolve("docs/writing-a-module.md");
  private static final Pattern STEP = Pattern.compile("(?m)^## (Step \\d+: .*)$");
  private static final Pattern FILE =
      Pattern.compile("(?m)^`([\\w./-]+)`:\\n\\n```\\w+\\n(.*?)^```$", Pattern.DOTALL);

  private record Step(String title, String text) {}

  private static List<Step> steps() throws IOException {
    String page = Files.readString(PAGE);
    List<Step> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(page);
    int begin = -1;
    String title = "";
    while (matcher.find()) {
      if (begin >= 0) {
        steps.add(new Step(title, page.substring(begin, matcher.start())));
      }
      title = matcher.group(1);
      begin = matcher.end();
    }
    steps.add(new Step(title, page.substring(begin)));
    return steps;
  }

  @TestFactory
  Stream<DynamicTest> each_step_compiles_and_runs(@TempDir Path folder) throws IOException {
    List<Step> steps = steps();
    assertThat(steps).hasSize(7);
    return steps.stream()
        .map(step -> DynamicTest.dynamicTest(step.title(), () -> follow(step, folder)));
  }

  private static void follow(Step step, Path folder) throws Exception {
    Matcher files = FILE.matcher(step.text());
    int written = 0;
    while (files.find()) {
      Path file = folder.resolve(files.group(1));
      Files.createDirectories(file.getParent());
      Files.writeString(file, files.group(2));
      written++;
    }
    assertThat(written).as("files of this step").isPositive();
    Path main = folder.resolve("target/" + step.title().hashCode() + "/classes");
    Path test = folder.resolve("target/" + step.title().hashCode() + "/test-classes");
    String classPath = System.getProperty("java.class.path");
    PluginJar.compile(PluginJar.files(folder.resolve("src/main/java")), main, classPath);
    for (Path resource : PluginJar.files(folder.resolve("src/main/resources"))) {
      Path copy =
          main.resolve(folder.resolve("src/main/resources").relativize(resource).toString());
      Files.createDirectories(copy.getParent());
      Files.copy(resource, copy);
    }
    PluginJar.compile(
        PluginJar.files(folder.resolve("src/test/java")),
        test,
        main + File.pathSeparator + classPath);
    run(folder, test, main + File.pathSeparator + test + File.pathSeparator + classPath);
  }

  private static void run(Path folder, Path tests, String classPath) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-cp", classPath));
    for (String property : List.of("crmkit.storages", "crmkit.storages.required")) {
      String value = System.getProperty(property);
      if (value != null) {
        command.add(1, "-D" + property + "=" + value);
      }
    }
    command.addAll(List.of(TutorialRun.class.getName(), tests.toString()));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }
}
