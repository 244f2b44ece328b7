package io.crmkit.verification.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.examples.quickstart.Quickstart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin among the examples is a stranger's. */
class LoyaltyPluginTest {

  private static final int LINES = 300;

  @Test
  void a_plugin_that_does_it_all_is_short() throws IOException {
    long lines = 0;
    for (Path source : PluginJar.files(PluginJar.LOYALTY.resolve("src/main/java"))) {
      lines += Files.readAllLines(source).stream().filter(line -> !line.isBlank()).count();
    }

    assertThat(lines).isBetween(100L, (long) LINES);
  }

  @Test
  void it_is_a_build_of_its_own_and_uses_what_is_public() throws IOException {
    String pom = Files.readString(PluginJar.LOYALTY.resolve("pom.xml"));
    assertThat(pom).doesNotContain("<parent>").doesNotContain("relativePath");

    Pattern imported = Pattern.compile("import (?:static )?(io\\.crmkit[\\w.*]+);");
    List<String> hidden = new ArrayList<>();
    for (Path source : PluginJar.files(PluginJar.LOYALTY.resolve("src"))) {
      Matcher matcher = imported.matcher(Files.readString(source));
      while (matcher.find()) {
        String name = matcher.group(1);
        if (!name.matches("io\\.crmkit\\.(api|core\\.spi|testkit)\\..*")) {
          hidden.add(source.getFileName() + ": " + name);
        }
      }
    }
    assertThat(hidden).isEmpty();
  }

  @Test
  void the_quickstart_loads_it_from_a_folder(@TempDir Path folder) throws Exception {
    Path plugins = Files.createDirectory(folder.resolve("plugins"));
    PluginJar.loyalty(plugins);

    Ran ran = quickstart("--memory", "--out", folder.toString(), "--plugins", plugins.toString());

    assertThat(ran.code()).as(ran.output()).isZero();
    assertThat(ran.output()).contains("loyalty   points +").contains(", loyalty");
  }

  @Test
  void a_folder_without_plugins_is_a_clear_error(@TempDir Path folder) throws Exception {
    Ran ran = quickstart("--memory", "--out", folder.toString(), "--plugins", folder.toString());

    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.output()).contains("there is no jar in " + folder);
  }

  private record Ran(int code, String output) {}

  private static Ran quickstart(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Quickstart.class.getName());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), output);
  }
}
