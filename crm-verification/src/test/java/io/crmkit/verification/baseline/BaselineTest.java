package io.crmkit.verification.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {

  @TempDir private Path folder;

  @Test
  void theSameTextInAnotherOrderIsNoDifference() throws IOException {
    var baseline = promised("a.A\n  one\n  two\n\nb.B\n  three\n");

    assertThat(baseline.difference("b.B\n  three\n\na.A\n  two\n  one\n")).isEmpty();
  }

  @Test
  void aDifferenceSaysWhatWentMissingAndWhatCame() throws IOException {
    var baseline = promised("a.A\n  one\n  two\n\nb.B\n  three\n");

    var difference = baseline.difference("a.A\n  one\n  four\n\nc.C\n  three\n");

    assertThat(difference)
        .hasValueSatisfying(
            text ->
                assertThat(text)
                    .contains("a.A\n-   two\n+   four\n")
                    .contains("b.B\n- (all of it)\n-   three\n")
                    .contains("c.C\n+ (all of it)\n+   three\n"));
  }

  @Test
  void writingReplacesThePromise() throws IOException {
    Path file = folder.resolve("new").resolve("baseline.txt");

    assertThat(Baseline.at(file, true).difference("a.A\n  one\n")).isEmpty();

    assertThat(file).hasContent("a.A\n  one\n");
    assertThat(Baseline.at(file, false).difference("a.A\n  one\n")).isEmpty();
  }

  private Baseline promised(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("baseline.txt"), text);
    return Baseline.at(file, false);
  }
}
