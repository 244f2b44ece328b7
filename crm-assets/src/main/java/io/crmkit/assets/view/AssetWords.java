package io.crmkit.assets.view;

import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.value.Label;

/** The words for what a unit is and does, for people. */
final class AssetWords {

  private AssetWords() {}

  static Label status(AssetStatus status) {
    return switch (status) {
      case PROVISIONAL -> new Label("provisional", "预登记");
      case DISSOLVED -> new Label("given up", "已解除");
      case SHIPPED -> new Label("shipped", "已发货");
      case INSTALLED -> new Label("installed", "已安装");
      case IN_OPERATION -> new Label("in operation", "运行中");
      case IN_REPAIR -> new Label("in repair", "维修中");
      case STORED -> new Label("stored", "已入库存放");
      case RETURNED -> new Label("returned", "已退回");
      case RETIRED -> new Label("retired", "已退役");
      case LOST -> new Label("lost", "已丢失");
    };
  }

  /** So many units, or the one by its name, are now this. */
  static Label became(int count, String label, Label what) {
    return count == 1
        ? new Label(label + ": " + what.en(), label + "：" + what.zh())
        : new Label(
            count + " units, " + label + " among them: " + what.en(),
            label + " 等 " + count + " 台设备：" + what.zh());
  }
}
