package io.crmkit.examples.quickstart.story;

import io.crmkit.api.value.Label;

/** What the seller of the story sells. */
public enum Goods {
  /** Sold as a bundle of generator, detector and table. */
  SYSTEM("XR-900", "X-ray system XR-900", "XR-900 数字化X射线系统"),
  /** Contains the tube. */
  GENERATOR("XR-GEN", "High-voltage generator", "高压发生器"),
  /** Wears out, and will. */
  TUBE("XR-TUBE", "X-ray tube", "X射线管"),
  DETECTOR("XR-DET", "Flat-panel detector", "平板探测器"),
  TABLE("XR-TBL", "Patient table", "检查床"),
  WORKSTATION("WS-20", "Viewing workstation", "阅片工作站"),
  /** Sold by the hour; no unit comes of it. */
  TRAINING("SV-TRAIN", "Operator training (hour)", "操作培训（小时）");

  private final String sku;
  private final Label label;

  Goods(String sku, String english, String chinese) {
    this.sku = sku;
    this.label = new Label(english, chinese);
  }

  public String sku() {
    return sku;
  }

  public Label label() {
    return label;
  }

  /** The serial number of a unit. */
  public String serial(int number) {
    return "%s-26%04d".formatted(sku.replace("-", ""), number);
  }
}
