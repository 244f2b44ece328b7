package io.crmkit.core.kernel.lab;

import io.crmkit.api.error.ReasonCode;

public enum LabReason implements ReasonCode {
  LABEL_TAKEN("lab.label-taken", "The label is taken.", "标签已被使用。"),
  RANK_TAKEN("lab.rank-taken", "The rank is taken for this remark.", "该备注下的等级已被占用。"),
  WOULD_CYCLE("lab.would-cycle", "That would be a cycle.", "会形成循环。"),
  TOO_HEAVY("lab.too-heavy", "{weight} is too heavy.", "{weight} 太重。"),
  TOO_OLD("lab.too-old", "It is too old.", "太旧。");

  private final String code;
  private final String english;
  private final String chinese;

  LabReason(String code, String english, String chinese) {
    this.code = code;
    this.english = english;
    this.chinese = chinese;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String english() {
    return english;
  }

  @Override
  public String chinese() {
    return chinese;
  }
}
