package io.crmkit.api.asset;

import io.crmkit.api.value.Label;
import io.crmkit.api.value.Labelled;

/** What can happen to a unit of the installed base; which step is possible, its status says. */
public enum AssetStep implements Labelled {
  /** It is set up; warranties that wait for the installation begin. */
  INSTALL("installing", "安装"),
  /** It is put, or put back, into use. */
  START("starting", "投入使用"),
  /** It fails and is taken into repair. */
  TAKE_INTO_REPAIR("taking into repair", "送修"),
  /** The repair is done. */
  FINISH_REPAIR("finishing a repair", "完成维修"),
  /** It is put aside. */
  STORE("storing", "入库存放"),
  /** It is given back to whom it came from. */
  RETURN("returning", "退回"),
  /** It goes out of use for good. */
  RETIRE("retiring", "退役"),
  /** It cannot be found. */
  LOSE("reporting as lost", "报失"),
  /** It turns up again. */
  FIND("finding", "找回");

  private final Label label;

  AssetStep(String en, String zh) {
    this.label = new Label(en, zh);
  }

  @Override
  public Label label() {
    return label;
  }
}
