package io.crmkit.api.asset;

import io.crmkit.api.error.ReasonCode;

/** Why something about a unit was refused. */
public enum AssetReason implements ReasonCode {
  SERIAL_NUMBER_TAKEN(
      "asset.serial-number-taken",
      "another unit of the same maker and product has this serial number",
      "同一制造商同一产品的另一台设备已使用该序列号"),
  SOURCE_UNIT_TAKEN(
      "asset.source-unit-taken",
      "this unit of the sale's line is registered already",
      "该销售行的这一台设备已登记"),
  PRODUCT_UNKNOWN(
      "asset.product-unknown", "{product} is not in the catalogue", "{product} 不在产品目录中"),
  NOT_A_THING(
      "asset.not-a-thing", "{product} is a service: no unit comes of it", "{product} 是服务，不产生设备"),
  STATUS_NOT_TO_REGISTER(
      "asset.status-not-to-register",
      "a unit cannot be registered as {status}",
      "不能以“{status}”状态登记设备"),
  STEP_NOT_POSSIBLE(
      "asset.step-not-possible",
      "{step} is not possible while the unit is {status}",
      "设备处于“{status}”状态时不能{step}"),
  UNITS_STAY_BEHIND(
      "asset.units-stay-behind",
      "{count} units within this one would stay behind",
      "该设备内尚有 {count} 台设备未一并处理"),
  WITHIN_ITSELF("asset.within-itself", "the unit would be within itself", "设备将位于其自身之内"),
  PARENT_OF_ANOTHER_CUSTOMER(
      "asset.parent-of-another-customer",
      "the unit it is to be part of is another customer's",
      "上级设备属于另一客户"),
  PARENT_GONE(
      "asset.parent-gone", "the unit it is to be part of is {status}", "上级设备处于“{status}”状态"),
  SLOT_TAKEN("asset.slot-taken", "another unit is fitted in this slot", "该插位已装有另一台设备"),
  SLOT_UNKNOWN("asset.slot-unknown", "{whole} has no slot {slot}", "{whole} 没有插位 {slot}"),
  DOES_NOT_FIT(
      "asset.does-not-fit",
      "{unit} does not fit slot {slot} of {whole}",
      "{unit} 不能装入 {whole} 的插位 {slot}"),
  HAS_IT_ALREADY("asset.has-it-already", "the customer has the unit already", "该客户已持有此设备"),
  NOT_IN_INSTALLED_BASE(
      "asset.not-in-installed-base", "{unit} is {status}", "{unit} 处于“{status}”状态"),
  PROMISED_WITHIN(
      "asset.promised-within",
      "title to {count} units within this one has not passed yet",
      "该设备内有 {count} 台设备的所有权尚未转移"),
  LENT_WITHIN(
      "asset.lent-within",
      "{count} units within this one are on loan: they have to go back first",
      "该设备内有 {count} 台借用的设备，须先归还"),
  NOT_OWNED("asset.not-owned", "the customer does not own the unit", "该客户并非设备的所有者"),
  ON_LOAN("asset.on-loan", "the unit is on loan: it has to go back first", "设备处于借用中，须先归还"),
  NOT_ON_LOAN("asset.not-on-loan", "the unit is not on loan", "设备未被借出"),
  LENT_BETWEEN_THEM(
      "asset.lent-between-them",
      "{count} units are on loan from one of the two to the other: they have to go back first",
      "两者之间有 {count} 台借用的设备，须先归还"),
  REPLACED_BY_ITSELF("asset.replaced-by-itself", "a unit does not replace itself", "设备不能更换自身"),
  REPLACED_ALREADY("asset.replaced-already", "{unit} was replaced before", "{unit} 先前已被更换"),
  REPLACES_ANOTHER(
      "asset.replaces-another", "{unit} took another unit's place before", "{unit} 先前已更换另一台设备"),
  UNIT_OF_ANOTHER_CUSTOMER(
      "asset.unit-of-another-customer", "{unit} is another customer's", "{unit} 属于另一客户"),
  HELD_BY_ANOTHER_THEN(
      "asset.held-by-another-then",
      "another customer had the unit then: what was so is entered as a correction",
      "当时设备由另一客户持有：须以更正方式录入"),
  UNKNOWN_THEN(
      "asset.unknown-then",
      "nothing was known of the unit then: which status it had is told first",
      "当时尚无该设备的记录：须先录入其状态"),
  OWNER_BY_TRANSFER(
      "asset.owner-by-transfer", "who owns a unit changes with a transfer only", "设备的所有者只能通过转移变更"),
  SUCCESSOR_WITHIN(
      "asset.successor-within",
      "{unit} is within the unit that it is to replace",
      "{unit} 位于被更换的设备之内"),
  LIFE_OVER("asset.life-over", "the unit is {status}", "设备处于“{status}”状态"),
  SHIPMENT_DATE_UNKNOWN(
      "asset.shipment-date-unknown",
      "a warranty from shipment needs the date of shipment",
      "自发货起算的保修需要发货日期"),
  WARRANTY_CLOSED(
      "asset.warranty-closed",
      "the {kind} warranty was ended when the unit went or was replaced",
      "{kind} 保修已随设备转移或更换而终止"),
  WARRANTY_KIND_TAKEN(
      "asset.warranty-kind-taken",
      "the unit has a {kind} warranty for these days already",
      "设备在此期间已有 {kind} 保修"),
  SALE_UNKNOWN("asset.sale-unknown", "nobody knows this sale", "没有任何来源知道该销售"),
  SALE_NOT_EXECUTED(
      "asset.sale-not-executed",
      "{reference} is {state}: only what was carried out can be handed over",
      "{reference} 处于“{state}”状态：只有已执行的销售才能移交"),
  SALE_VOID("asset.sale-void", "{reference} is void", "{reference} 已作废"),
  SALE_NOT_VOID(
      "asset.sale-not-void",
      "{reference} is {state}: only a void sale is given up",
      "{reference} 处于“{state}”状态：只有已作废的销售才能解除"),
  SALE_MALFORMED(
      "asset.sale-malformed",
      "{reference}, {line}: {problem}",
      "{reference} 中“{line}”有误：{problem}"),
  LINE_OF_ANOTHER_CUSTOMER(
      "asset.line-of-another-customer",
      "{line} was sold to another customer before",
      "“{line}”先前已售予另一客户"),
  OVER_DELIVERED(
      "asset.over-delivered",
      "{line}: {shipped} were shipped of {ordered} ordered",
      "“{line}”：订购 {ordered}，已发 {shipped}"),
  TOO_MANY_SERIAL_NUMBERS(
      "asset.too-many-serial-numbers",
      "{line}: {serials} serial numbers for {shipped} units shipped",
      "“{line}”：已发 {shipped} 台，却有 {serials} 个序列号"),
  SERIAL_NUMBER_WITHOUT_UNIT(
      "asset.serial-number-without-unit",
      "{line}: no unit is left for serial number {serial}; correct the unit's own first",
      "“{line}”：序列号 {serial} 没有可对应的设备，请先更正设备的序列号"),
  SERIAL_NUMBER_DIFFERS(
      "asset.serial-number-differs",
      "{line}, unit {unit}, has serial number {has}, not {serial}",
      "“{line}”第 {unit} 台的序列号是 {has}，不是 {serial}"),
  NO_SUCH_UNIT(
      "asset.no-such-unit",
      "{line} has no unit {unit} that was shipped",
      "“{line}”没有已发货的第 {unit} 台"),
  TOO_MANY_UNITS(
      "asset.too-many-units",
      "{reference} makes {units} units; at most {limit} are handed over at once",
      "{reference} 共 {units} 台；一次最多移交 {limit} 台");

  private final String code;
  private final String english;
  private final String chinese;

  AssetReason(String code, String english, String chinese) {
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
