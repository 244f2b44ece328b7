package io.crmkit.api.service;

import io.crmkit.api.error.ReasonCode;

/** Why the service domain refuses something, and why something covers a need or does not. */
public enum ServiceReason implements ReasonCode {
  CALENDAR_UNKNOWN(
      "service.calendar-unknown",
      "The business calendar {calendar} is not defined",
      "业务日历 {calendar} 未定义"),
  DEFINITION_CHANGED(
      "service.definition-changed",
      "The definition {code} was changed by somebody else at the same time",
      "定义 {code} 同时被他人修改"),
  LEVEL_UNKNOWN("service.level-unknown", "The service level does not exist", "服务级别不存在"),

  CONTRACT_NUMBER_TAKEN(
      "service.contract-number-taken", "The contract number is already in use", "合约编号已被使用"),
  CONTRACT_STATUS(
      "service.contract-status",
      "The contract is {status}: {step} is not possible",
      "合约处于“{status}”状态，不能{step}"),
  CONTRACT_TERM_EMPTY(
      "service.contract-term-empty",
      "The term must end after it starts: {start} to {end}",
      "合约期限的结束日必须晚于开始日：{start} 至 {end}"),
  CONTRACT_COVERS_NOTHING(
      "service.contract-covers-nothing", "A contract covers at least one thing", "合约至少要覆盖一项"),
  CONTRACT_COVERAGE_TWICE(
      "service.contract-coverage-twice",
      "Coverage {line} names the same thing as an earlier one",
      "第 {line} 项覆盖范围与前面的重复"),
  CONTRACT_OVER("service.contract-over", "The term is already over since {end}", "合约期限已于 {end} 结束"),
  CONTRACT_PARENT_UNKNOWN(
      "service.contract-parent-unknown", "The parent agreement does not exist", "上级协议不存在"),
  CONTRACT_PARENT_TERMINATED(
      "service.contract-parent-terminated",
      "The parent agreement {number} is terminated",
      "上级协议 {number} 已终止"),
  CONTRACT_PARENT_OTHER_CUSTOMER(
      "service.contract-parent-other-customer",
      "The parent agreement was made with another customer",
      "上级协议属于其他客户"),
  CONTRACT_RENEWED_ALREADY(
      "service.contract-renewed-already", "The contract already has a renewal", "合约已有续签"),
  CONTRACT_RENEWAL_GAP(
      "service.contract-renewal-gap",
      "Between the end on {end} and the renewal on {start} nothing is covered",
      "从 {end} 到续签开始日 {start} 之间没有覆盖"),
  CONTRACT_RENEWAL_OVERLAP(
      "service.contract-renewal-overlap",
      "The renewal starts on {start}, before the contract ends on {end}",
      "续签于 {start} 开始，早于原合约结束日 {end}"),
  CONTRACT_RENEWAL_OF_DRAFT(
      "service.contract-renewal-of-draft", "A draft cannot be renewed", "草稿不能续签"),
  CONTRACT_RENEWAL_JOINED(
      "service.contract-renewal-joined",
      "The renewal {number} is joined to the end of this contract",
      "续签合约 {number} 与本合约的结束日相接"),
  CONTRACT_END_OUTSIDE_TERM(
      "service.contract-end-outside-term",
      "The end {day} does not lie within the term {start} to {end}",
      "终止日 {day} 不在期限 {start} 至 {end} 之内"),

  CUSTOMER_UNKNOWN("service.customer-unknown", "The customer does not exist", "客户不存在"),
  ASSET_UNKNOWN("service.asset-unknown", "The unit does not exist", "资产不存在"),

  REQUEST_NUMBER_TAKEN(
      "service.request-number-taken", "The request number is already in use", "请求编号已被使用"),
  REQUEST_STATUS(
      "service.request-status",
      "The request is {status}: {step} is not possible",
      "请求处于“{status}”状态，不能{step}"),
  REQUEST_OUT_OF_ORDER(
      "service.request-out-of-order",
      "It cannot have happened at {at}, before what is in the log at {last}",
      "发生时间 {at} 早于日志中的最后时间 {last}"),
  REQUEST_IN_FUTURE(
      "service.request-in-future",
      "It cannot have happened at {at}, in the future",
      "发生时间 {at} 在将来"),
  REQUEST_PARTS_OPEN(
      "service.request-parts-open",
      "{count} parts of the request are still open",
      "还有 {count} 个子请求未完成"),
  REQUEST_PARENT_UNKNOWN(
      "service.request-parent-unknown",
      "The request that it is a part of does not exist",
      "上级请求不存在"),
  REQUEST_PARENT_DONE(
      "service.request-parent-done",
      "The request {number} that it is a part of is {status}",
      "上级请求 {number} 处于“{status}”状态"),
  REQUEST_LAST_LINE(
      "service.request-last-line",
      "There is no support line above line {line}",
      "第 {line} 线之上没有更高支持线"),
  REQUEST_VENDOR_BUSY("service.request-vendor-busy", "A third party is already at work", "第三方已在处理"),
  REQUEST_NO_VENDOR("service.request-no-vendor", "No third party is at work", "没有第三方在处理"),

  COVERS_UNIT("service.covers-unit", "It names the unit itself", "明确覆盖该资产"),
  COVERS_FROM_ABOVE(
      "service.covers-from-above",
      "It covers {above} and everything below it",
      "覆盖 {above} 及其下所有部件"),
  COVERS_PRODUCT("service.covers-product", "It covers every unit of the product", "覆盖该产品的所有资产"),
  COVERS_SITE("service.covers-site", "It covers everything at {site}", "覆盖站点 {site} 的全部"),
  COVERS_CUSTOMER("service.covers-customer", "It covers everything of the customer", "覆盖该客户的全部"),
  COVERS_IN_TIME(
      "service.covers-in-time",
      "The term {start} to {end} contains {day}",
      "期限 {start} 至 {end} 包含 {day}"),
  OTHER_COMES_FIRST(
      "service.other-comes-first",
      "It covers the need, too, but {other} comes first",
      "也覆盖，但 {other} 优先"),
  NOT_YET_ACTIVE("service.not-yet-active", "The contract is a draft", "合约仍为草稿"),
  SUSPENDED("service.suspended", "The contract is suspended", "合约已暂停"),
  TERMINATED("service.terminated", "The contract was terminated as of {end}", "合约已于 {end} 终止"),
  NOT_STARTED("service.not-started", "It starts on {start}, after {day}", "{start} 才开始，晚于 {day}"),
  ENDED("service.ended", "Its last day was {end}, before {day}", "最后一天为 {end}，早于 {day}"),
  OTHER_CUSTOMER(
      "service.other-customer", "The contract was made with another customer", "合约属于其他客户"),
  UNIT_PASSED_ON(
      "service.unit-passed-on",
      "The contract was made with another customer, from whom {unit} went on {day}",
      "合约属于其他客户，{unit} 已于 {day} 从该客户转出"),
  ONLY_WITHOUT_BELOW(
      "service.only-without-below",
      "It covers {above}, but not what hangs below it",
      "覆盖 {above}，但不含其下部件"),
  OTHER_THINGS("service.other-things", "It covers other things: {things}", "覆盖的是其他对象：{things}"),
  NO_UNIT_NAMED(
      "service.no-unit-named",
      "It covers particular units, and the request names none",
      "覆盖特定资产，而请求未指明资产");

  private final String code;
  private final String english;
  private final String chinese;

  ServiceReason(String code, String english, String chinese) {
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
