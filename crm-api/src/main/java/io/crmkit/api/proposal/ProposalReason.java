package io.crmkit.api.proposal;

import io.crmkit.api.error.ReasonCode;

/** Why something is not done with a proposal. */
public enum ProposalReason implements ReasonCode {
  /** Details: {@code status}. */
  NOT_OPEN(
      "proposal.not-open",
      "The proposal is {status}; only a draft can be changed",
      "方案书处于“{status}”状态，只有草稿可以修改"),

  /** Details: {@code step}, {@code status}. */
  STEP_NOT_ALLOWED(
      "proposal.step-not-allowed",
      "{step} is not possible while the proposal is {status}",
      "方案书处于“{status}”状态时不能{step}"),

  /** Details: none. */
  NUMBER_TAKEN("proposal.number-taken", "The proposal number is taken", "方案书编号已被使用"),

  /** Details: none. */
  CUSTOMER_UNKNOWN("proposal.customer-unknown", "There is no such customer", "没有这个客户"),

  /** Details: {@code outline}. */
  OUTLINE_UNKNOWN("proposal.outline-unknown", "There is no outline {outline}", "没有大纲 {outline}"),

  /** Details: none. */
  POSITION_ELSEWHERE(
      "proposal.position-elsewhere", "The position is not in this proposal", "该位置不在此方案书中"),

  /** Details: {@code node}. */
  WOULD_CYCLE("proposal.would-cycle", "{node} cannot be moved below itself", "{node} 不能移动到自身之下"),

  /** Details: {@code limit}. */
  TOO_DEEP("proposal.too-deep", "The tree would be deeper than {limit} levels", "提议树将超过 {limit} 层"),

  /** Details: {@code limit}. */
  TOO_MANY_NODES(
      "proposal.too-many-nodes",
      "The proposal would have more than {limit} nodes",
      "方案书将超过 {limit} 个节点"),

  /** Details: {@code node}. */
  NODE_REMOVED(
      "proposal.node-removed",
      "{node} is deleted, or stands in a deleted branch",
      "{node} 已删除或位于已删除的分支中"),

  /** Details: {@code node}. */
  NODE_NOT_REMOVED("proposal.node-not-removed", "{node} is not deleted", "{node} 没有被删除"),

  /** Details: {@code node}, {@code by}. */
  NODE_LOCKED("proposal.node-locked", "{node} is locked by {by}", "{node} 已被 {by} 锁定"),

  /** Details: {@code node}. */
  NODE_NOT_LOCKED("proposal.node-not-locked", "{node} is not locked", "{node} 没有被锁定"),

  /** Details: none. */
  NOTHING_TO_MERGE("proposal.nothing-to-merge", "The proposal has no nodes", "方案书没有节点"),

  /** Details: {@code node}. */
  FILE_MISSING(
      "proposal.file-missing",
      "The file of {node} does not exist or may not be read",
      "{node} 的文件不存在或无权读取"),

  /** Details: {@code node}, {@code problem}, {@code explanation}. */
  FILE_DAMAGED(
      "proposal.file-damaged",
      "The file of {node} is damaged or not a Word file",
      "{node} 的文件已损坏或不是 Word 文件"),

  /** Details: {@code node}, {@code problem}, {@code explanation}. */
  FILE_TOO_LARGE(
      "proposal.file-too-large",
      "The file of {node} is too large, packed or unpacked",
      "{node} 的文件过大（压缩或解压后）"),

  /** Details: {@code node}, {@code problem}, {@code explanation}. */
  FILE_HOSTILE(
      "proposal.file-hostile", "The file of {node} is made to do harm", "{node} 的文件是恶意构造的"),

  /** Details: {@code node}, {@code problem}, {@code explanation}. */
  FILE_ACTIVE(
      "proposal.file-active",
      "The file of {node} contains macros or other programs",
      "{node} 的文件包含宏或其他程序"),

  /** Details: {@code node}, {@code problem}, {@code explanation}. */
  FILE_ENCRYPTED(
      "proposal.file-encrypted",
      "The file of {node} is protected by a password",
      "{node} 的文件有密码保护"),

  /** Details: {@code node}, {@code problem}, {@code explanation}. */
  FILE_OLD_FORMAT(
      "proposal.file-old-format",
      "The file of {node} is in the old Word format; save it as .docx",
      "{node} 的文件是旧版 Word 格式，请另存为 .docx"),

  /** Details: {@code node}, {@code problem}, {@code explanation}. */
  FILE_OTHER_KIND(
      "proposal.file-other-kind",
      "The file of {node} is not a Word document that can be merged",
      "{node} 的文件不是可以合并的 Word 文档"),

  /** Details: {@code node}, {@code problem}, {@code explanation}. */
  PICTURE_UNUSABLE(
      "proposal.picture-unusable",
      "The picture of {node} is damaged or of a kind that cannot be shown",
      "{node} 的图片已损坏或格式不受支持"),

  /** Details: {@code node}, {@code entity}. */
  SOURCE_MISSING(
      "proposal.source-missing",
      "{node}: no module here makes documents of {entity}",
      "{node}：没有模块能生成 {entity} 文档"),

  /** Details: {@code node}, {@code entity}. */
  RECORD_MISSING(
      "proposal.record-missing",
      "{node}: the record that it prints does not exist or may not be read",
      "{node}：要打印的记录不存在或无权读取"),

  /** Details: {@code node}, {@code entity}. */
  SOURCE_FAILED(
      "proposal.source-failed", "{node}: its document could not be made", "{node}：文档生成失败"),

  /** Details: {@code node}, {@code field}, {@code place}. */
  FIELD_UNKNOWN(
      "proposal.field-unknown",
      "{node}: there is no value for the merge field {field}",
      "{node}：合并域 {field} 没有值"),

  /** Details: {@code node}, {@code field}, {@code problem}, {@code place}. */
  FIELD_UNUSABLE(
      "proposal.field-unusable",
      "{node}: the merge field {field} cannot be filled: {problem}",
      "{node}：无法填充合并域 {field}：{problem}"),

  /** Details: {@code module}. */
  FIELDS_UNAVAILABLE(
      "proposal.fields-unavailable",
      "The module {module} failed to give its merge fields",
      "模块 {module} 未能提供合并域"),

  /** Details: {@code node}, {@code problem}, {@code explanation}. */
  CONTENT_UNUSABLE(
      "proposal.content-unusable",
      "{node} cannot be merged: {explanation}",
      "{node} 无法合并：{explanation}");

  private final String code;
  private final String english;
  private final String chinese;

  ProposalReason(String code, String english, String chinese) {
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
