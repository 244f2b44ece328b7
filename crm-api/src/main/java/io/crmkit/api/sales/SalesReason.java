package io.crmkit.api.sales;

import io.crmkit.api.error.ReasonCode;

/** Why sales refuses something. */
public enum SalesReason implements ReasonCode {
  LEAD_KEY_TAKEN(
      "lead-key-taken",
      "another need came in from this source under the key {key}",
      "该来源的键 {key} 已用于另一条线索"),
  LEAD_STEP("lead-step", "a lead that is {status} cannot {step}", "状态为“{status}”的线索不能{step}"),
  LEAD_WITHOUT_NAME(
      "lead-without-name",
      "the lead names neither an organization nor a person to register",
      "线索既没有单位名称也没有个人姓名，无法登记客户"),
  PIPELINE_UNKNOWN("pipeline-unknown", "there is no pipeline {pipeline}", "没有名为 {pipeline} 的销售流程"),
  PIPELINE_REVISION_TAKEN(
      "pipeline-revision-taken",
      "this revision of the pipeline was defined at the same moment",
      "该销售流程的这一版本刚刚已被定义"),
  MIGRATION_STAGE_UNKNOWN(
      "migration-stage-unknown",
      "{count} opportunities are in stage {stage}, which has no open counterpart",
      "有 {count} 个商机处于阶段“{stage}”，新版本中没有对应的进行中阶段"),
  STAGE_UNKNOWN(
      "stage-unknown",
      "the pipeline {pipeline} has no stage {stage}",
      "销售流程 {pipeline} 没有阶段 {stage}"),
  STAGE_NOT_NEXT(
      "stage-not-next", "stage {to} does not follow stage {from}", "阶段“{from}”之后不能进入阶段“{to}”"),
  STAGE_OF_OTHER_KIND(
      "stage-of-other-kind",
      "stage {stage} is {category}, not {wanted}",
      "阶段“{stage}”属于“{category}”，而不是“{wanted}”"),
  NO_STAGE_FOLLOWS(
      "no-stage-follows", "no {wanted} stage follows stage {from}", "阶段“{from}”之后没有“{wanted}”阶段"),
  FIELD_REQUIRED(
      "field-required", "stage {stage} needs the field {field}", "进入阶段“{stage}”需要填写{field}"),
  OPPORTUNITY_NOT_OPEN("opportunity-not-open", "the opportunity is {category}", "商机已是“{category}”"),
  OPPORTUNITY_STILL_OPEN("opportunity-still-open", "the opportunity is still open", "商机仍在进行中"),
  OPPORTUNITY_NOT_WON(
      "opportunity-not-won", "the opportunity is {category}, not won", "商机处于“{category}”，尚未赢单"),
  OPPORTUNITY_WITHOUT_CUSTOMER(
      "opportunity-without-customer", "the opportunity has no customer yet", "商机还没有对应的客户"),
  OPPORTUNITY_EXTERNAL_ID_TAKEN(
      "opportunity-external-id-taken",
      "an opportunity with this id was imported from this source",
      "该来源中此编号的商机已导入"),
  OCCURRED_OUT_OF_ORDER(
      "occurred-out-of-order",
      "{at} is before what is already recorded for {last}, or in the future",
      "时间 {at} 早于已记录的 {last}，或在未来"),
  AMOUNT_MISSING("amount-missing", "the amount is not known", "尚未填写金额"),
  CLOSE_DATE_MISSING(
      "close-date-missing", "the expected date of closing is not known", "尚未填写预计成交日期"),
  DECISION_MAKER_NOT_MET(
      "decision-maker-not-met",
      "no decision maker was met in the last {days} days",
      "最近 {days} 天内没有见过决策者"),
  OPPONENT_UNANSWERED(
      "opponent-unanswered",
      "{count} opponents with influence of {influence} or more were not met in the last {days}"
          + " days",
      "有 {count} 位影响力不低于 {influence} 的反对者在最近 {days} 天内无人沟通"),
  ROLE_NOT_COVERED("role-not-covered", "nobody in the buying centre is {role}", "采购中心里没有人担任{role}"),
  QUOTE_NOT_ACCEPTED("quote-not-accepted", "no quote was accepted", "没有已被接受的报价单"),
  GUARD_PARAMETER(
      "guard-parameter",
      "the guard {guard} cannot use its parameter {parameter}",
      "守卫 {guard} 的参数 {parameter} 无效"),
  MEMBER_TAKEN("member-taken", "this contact is a member already", "该联系人已在采购中心内"),
  PRICE_BOOK_UNKNOWN("price-book-unknown", "there is no price book {book}", "没有名为 {book} 的价目表"),
  PRICE_BOOK_REVISION_TAKEN(
      "price-book-revision-taken",
      "this revision of the price book was defined at the same moment",
      "该价目表的这一版本刚刚已被定义"),
  SKU_TAKEN("sku-taken", "the price book has this article already", "价目表中已有该货号"),
  SKU_UNKNOWN(
      "sku-unknown", "the price book {book} has no article {sku}", "价目表 {book} 中没有货号 {sku}"),
  QUOTE_NUMBER_TAKEN(
      "quote-number-taken", "this revision of the quote exists already", "该报价单的这一版本已存在"),
  QUOTE_STEP("quote-step", "a quote that is {status} cannot {step}", "状态为“{status}”的报价单不能{step}"),
  QUOTE_EXPIRED("quote-expired", "the quote was valid until {date}", "报价单有效期至 {date}，已过期"),
  QUOTE_LINE_UNKNOWN(
      "quote-line-unknown",
      "a line that is carried over is not on the earlier quote, or is of another article",
      "沿用的行不在原报价单上，或货号不同"),
  DISCOUNT_NEEDS_APPROVAL(
      "discount-needs-approval",
      "a discount of {percent} percent needs the approval of {roles}",
      "{percent}% 的折扣需要 {roles} 批准"),
  QUOTE_ALREADY_ORDERED("quote-already-ordered", "the quote was ordered already", "该报价单已下订单"),
  ORDER_NUMBER_TAKEN("order-number-taken", "this order number exists already", "订单号已存在"),
  ORDER_STEP("order-step", "an order that is {status} cannot {step}", "状态为“{status}”的订单不能{step}"),
  ORDER_ATTEMPT_OVER(
      "order-attempt-over",
      "the order was placed {current} times by now: this answers attempt {attempt}",
      "该订单已下达 {current} 次，此消息答复的是第 {attempt} 次"),
  QUOTE_OF_OTHER_OPPORTUNITY(
      "quote-of-other-opportunity",
      "the quote belongs to another opportunity than the order",
      "该报价单所属的商机与订单不同"),
  ORDER_LINE_UNKNOWN(
      "order-line-unknown", "what was shipped is not a line of the order", "所发货的行不在订单上"),
  SHIPPED_BUNDLE(
      "shipped-bundle", "{line} is a bundle: its components are shipped", "“{line}”是组合，应按其组成部分发货"),
  SHIPPED_TOO_MANY(
      "shipped-too-many",
      "{line}: {open} units are left to ship, not {quantity}",
      "“{line}”只剩 {open} 件未发，不能发 {quantity} 件"),
  ERP_MESSAGE_KEY_REUSED(
      "erp-message-key-reused", "another message came under the key {key}", "键 {key} 已用于另一条消息");

  private final String code;
  private final String english;
  private final String chinese;

  SalesReason(String words, String english, String chinese) {
    this.code = "sales." + words;
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
