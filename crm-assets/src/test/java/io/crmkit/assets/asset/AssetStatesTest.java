package io.crmkit.assets.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.AssetStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AssetStatesTest {

  @Test
  void the_page_on_assets_shows_the_life_as_the_table_has_it() throws IOException {
    String page = Files.readString(Path.of("../docs/assets.md")).replace("\r\n", "\n");

    assertThat(page).contains(AssetStates.TABLE.draw());
  }

  @Test
  void every_step_is_possible_somewhere_and_none_from_the_end() {
    for (AssetStep step : AssetStep.values()) {
      assertThat(Arrays.stream(AssetStatus.values()))
          .anyMatch(status -> AssetStates.next(status, step).isPresent());
      assertThat(AssetStates.next(AssetStatus.RETIRED, step)).isEmpty();
      assertThat(AssetStates.next(AssetStatus.PROVISIONAL, step)).isEmpty();
    }
  }
}
