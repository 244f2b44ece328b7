package io.crmkit.api.entitlement;

import io.crmkit.api.error.ReasonCode;

/** Why something about an entitlement was refused. */
public enum EntitlementReason implements ReasonCode {
  NOT_ENOUGH_LEFT(
      "entitlement.not-enough-left",
      "{quantity} {unit} are asked for, {left} are left",
      "需要 {quantity} {unit}，剩余 {left}"),
  UNIT_OF_ANOTHER_CUSTOMER(
      "entitlement.unit-of-another-customer", "the unit is another customer's", "该设备属于另一客户"),
  NOTHING_CONSUMED(
      "entitlement.nothing-consumed",
      "the entry consumed nothing that could be released",
      "该记录没有可释放的消耗"),
  RELEASED_ALREADY(
      "entitlement.released-already",
      "{quantity} are to be released, {left} of the consumption are left",
      "要释放 {quantity}，该消耗只剩 {left}");

  private final String code;
  private final String english;
  private final String chinese;

  EntitlementReason(String code, String english, String chinese) {
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
