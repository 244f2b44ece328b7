package io.crmkit.verification.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.testkit.upgrade.Release010;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Databases out there have run the released scripts: nobody may change them any more. */
class ReleasedScriptsTest {

  private static final String LIST = "io/crmkit/verification/schema/released-scripts.txt";

  private static byte[] bytes(String path) throws IOException {
    try (InputStream in = ReleasedScriptsTest.class.getClassLoader().getResourceAsStream(path)) {
      return Objects.requireNonNull(in, path).readAllBytes();
    }
  }

  @Test
  void releasedScriptsAreAsTheyWere() throws IOException, NoSuchAlgorithmException {
    List<String> list =
        new String(bytes(LIST), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.startsWith("#"))
            .toList();
    assertThat(list).hasSizeGreaterThanOrEqualTo(Release010.modules().size());

    for (String line : list) {
      String[] parts = line.split(" ");
      String text = new String(bytes(parts[1]), StandardCharsets.UTF_8).replace("\r\n", "\n");
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      assertThat(HexFormat.of().formatHex(digest))
          .as("%s, released with %s, may not be changed", parts[1], parts[0])
          .isEqualTo(parts[2]);
    }
  }
}
