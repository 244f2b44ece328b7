package io.crmkit.verification.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.crmkit.verification.BuiltModules;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Compares crm-api with the signatures that hosts were promised. */
class ApiBaselineTest {

  private final Baseline baseline = Baseline.named("crm-api-0.2.0.txt");

  @Test
  void crmApiIsAsPromised() {
    assumeTrue(baseline.exists(), "nothing has been promised yet");
    Path classes = BuiltModules.classes("crm-api");

    assertThat(baseline.difference(ApiText.ofModule(classes))).isEmpty();
  }

  @Test
  void theSpiIsAsPromised() {
    Baseline spi = Baseline.named("crm-spi-0.2.0.txt");
    assumeTrue(spi.exists(), "nothing has been promised yet");
    Path classes = BuiltModules.classes("crm-core");

    assertThat(spi.difference(ApiText.ofPackages(classes, "io.crmkit.core.spi"))).isEmpty();
  }
}
