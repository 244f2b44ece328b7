package io.crmkit.verification.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.verification.BuiltModules;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.DocumentationTool;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Javadoc of the API and of the spi is made without a warning. */
class JavadocTest {

  @Test
  void theApiIsDocumentedWithoutAWarning(@TempDir Path folder) throws Exception {
    assertClean(folder, "crm-api/src/main/java/io/crmkit/api");
  }

  @Test
  void theSpiIsDocumentedWithoutAWarning(@TempDir Path folder) throws Exception {
    assertClean(folder, "crm-core/src/main/java/io/crmkit/core/spi");
  }

  private static void assertClean(Path folder, String sources) throws Exception {
    DocumentationTool javadoc = ToolProvider.getSystemDocumentationTool();
    StringWriter output = new StringWriter();
    try (StandardJavaFileManager files =
            javadoc.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
        Stream<Path> all = Files.walk(BuiltModules.root().resolve(sources))) {
      List<Path> documented = all.filter(f -> f.toString().endsWith(".java")).toList();
      Iterable<? extends JavaFileObject> units = files.getJavaFileObjectsFromPaths(documented);
      List<String> options =
          new ArrayList<>(
              List.of(
                  "-quiet",
                  "-Xdoclint:all,-missing",
                  "-encoding",
                  "UTF-8",
                  "--release",
                  "17",
                  "-notimestamp",
                  "-d",
                  folder.toString(),
                  "-cp",
                  System.getProperty("java.class.path")));

      boolean made = javadoc.getTask(output, files, null, null, options, units).call();

      assertThat(output.toString()).doesNotContain("warning:").doesNotContain("error:");
      assertThat(made).as(output.toString()).isTrue();
    }
  }
}
