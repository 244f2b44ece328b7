package com.example.loyalty;

import io.crmkit.api.error.ReasonCode;

/** Why this module refuses. */
public enum LoyaltyReason implements ReasonCode {
  NOT_ENOUGH_POINTS("loyalty.not-enough-points", "There are only {balance} points", "积分只有 {balance}"),
  ENTRY_TAKEN("loyalty.entry-taken", "The entry is there already", "该积分记录已存在"),
  GOLD_DISCOUNT("loyalty.gold-discount", "More than {percent} percent for a gold customer needs a manager",
      "金牌客户折扣超过 {percent}% 须经理批准");

  private final String code;
  private final String english;
  private final String chinese;

  LoyaltyReason(String code, String english, String chinese) {
    this.code = code;
    this.english = english;
    this.chinese = chinese;
  }

  @Override public String code() { return code; }

  @Override public String english() { return english; }

  @Override public String chinese() { return chinese; }
}
