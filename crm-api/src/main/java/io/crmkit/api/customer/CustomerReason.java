package io.crmkit.api.customer;

import io.crmkit.api.error.ReasonCode;

/** Why the customer domain refuses something. */
public enum CustomerReason implements ReasonCode {
  NUMBER_TAKEN("number-taken", "another customer has the number {key}", "编号 {key} 已被其他客户使用"),
  EXTERNAL_ID_TAKEN(
      "external-id-taken", "another customer has the external key {key}", "外部标识 {key} 已被其他客户使用"),
  ROW_INVALID("row-invalid", "{field}: {problem}", "字段 {field}：{problem}"),
  ROW_REPEATED(
      "row-repeated", "the row repeats the external key of row {first}", "该行与第 {first} 行的外部标识重复"),
  ROW_KIND_DIFFERS(
      "row-kind-differs",
      "the customer with this external key is of another kind: {kind}",
      "该外部标识对应的客户属于另一种类型：{kind}"),
  PARENT_UNKNOWN(
      "parent-unknown",
      "no customer is known under the parent's external key {parent}",
      "没有外部标识为 {parent} 的上级客户"),
  NOT_A_PERSON("not-a-person", "{field} is not a person", "{field}不是个人客户"),
  NOT_AN_ORGANIZATION("not-an-organization", "{field} is not an organization", "{field}不是实体客户"),
  CONTACT_OVERLAPS(
      "contact-overlaps",
      "the person is a contact of this organization already, from {from} until {until}",
      "该人员在 {from} 至 {until} 期间已是该单位的联系人"),
  CONTACT_ENDED("contact-ended", "the contact ended on {until}", "该联系人关系已于 {until} 结束"),
  BEFORE_BEGIN(
      "before-begin", "{date} does not lie after the beginning, {from}", "{date} 不晚于开始日期 {from}"),
  SAME_ORGANIZATION(
      "same-organization",
      "the person works there already: change the post instead",
      "该人员已在该单位任职，请改为变更职务"),
  SUPERIOR_ELSEWHERE(
      "superior-elsewhere",
      "{field} is not a contact of the same organization",
      "{field}不是同一单位的联系人"),
  SUPERIOR_ENDED(
      "superior-ended",
      "{field} is no contact of the organization on {date}",
      "{field}在 {date} 不是该单位的联系人"),
  REPORTING_CYCLE(
      "reporting-cycle",
      "on {date} the contact would report, along others, to themselves",
      "自 {date} 起，该联系人的汇报关系将形成循环"),
  RELATED_TO_ITSELF("related-to-itself", "a customer cannot be related to itself", "客户不能与自身建立关系"),
  RELATIONSHIP_EXISTS(
      "relationship-exists",
      "the two are related in this way already, from {from} until {until}",
      "双方在 {from} 至 {until} 期间已存在该关系"),
  PARENT_EXISTS(
      "parent-exists",
      "the customer has another parent of this kind from {from} until {until}",
      "该客户在 {from} 至 {until} 期间已有同类上级"),
  HIERARCHY_CYCLE(
      "hierarchy-cycle",
      "on {date} the customer would be, along others, its own parent",
      "自 {date} 起，该客户将成为其自身的上级，形成循环"),
  RELATIONSHIP_ENDED("relationship-ended", "the relationship ended on {until}", "该关系已于 {until} 结束"),
  NO_SUCH_PROMISE(
      "no-such-promise", "the interaction has no promise number {number}", "该往来没有第 {number} 项承诺"),
  PROMISE_KEPT_ALREADY("promise-kept-already", "the promise was kept on {at}", "该承诺已于 {at} 兑现");

  private final String code;
  private final String english;
  private final String chinese;

  CustomerReason(String code, String english, String chinese) {
    this.code = "customer." + code;
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
