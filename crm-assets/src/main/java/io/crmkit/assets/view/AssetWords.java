package io.crmkit.assets.view;

import io.crmkit.api.value.Label;

/** The words for what a unit is and does, for people. */
final class AssetWords {

  private AssetWords() {}

  /** So many units, or the one by its name, are now this. */
  static Label became(int count, String label, Label what) {
    return count == 1
        ? new Label(label + ": " + what.en(), label + "：" + what.zh())
        : new Label(
            count + " units, " + label + " among them: " + what.en(),
            label + " 等 " + count + " 台设备：" + what.zh());
  }
}
