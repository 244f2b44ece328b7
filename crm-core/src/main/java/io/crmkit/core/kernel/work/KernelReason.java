package io.crmkit.core.kernel.work;

import io.crmkit.api.error.ReasonCode;

/** Why the kernel itself refuses. */
public enum KernelReason implements ReasonCode {
  IDEMPOTENCY_KEY_REUSED(
      "kernel.idempotency-key-reused",
      "The key was used before with other content ({key})",
      "该幂等键已用于不同内容（{key}）"),
  IDEMPOTENCY_KEY_OF_ANOTHER(
      "kernel.idempotency-key-of-another",
      "The key was used by somebody else, whose answer is not yours to read ({key})",
      "该幂等键已被他人使用，其结果不可读取（{key}）"),
  UNKNOWN_GUARD(
      "kernel.unknown-guard",
      "The workflow names a guard that no active module provides: {guard}",
      "流程引用了没有任何已启用模块提供的检查：{guard}"),
  UNKNOWN_ACTION(
      "kernel.unknown-action",
      "The workflow names an action that no active module provides: {action}",
      "流程引用了没有任何已启用模块提供的动作：{action}"),
  MODULE_REQUIRED(
      "kernel.module-required",
      "The module {module} is required by {by}",
      "模块 {module} 被 {by} 依赖，不能停用"),
  FIELD_KEY_TAKEN(
      "kernel.field-key-taken",
      "There is a custom field {key} already; a retired one is taken into use by changing it",
      "自定义字段 {key} 已存在；停用的字段可通过修改重新启用"),
  FIELD_TYPE_FIXED(
      "kernel.field-type-fixed",
      "The custom field {key} stays what it is: its type and its target cannot be changed",
      "自定义字段 {key} 的类型和引用对象不能更改"),
  FIELD_VALUES_TOO_LONG(
      "kernel.field-values-too-long",
      "{count} records have values of {key} that are too long to be searched",
      "{count} 条记录中 {key} 的值过长，无法用于搜索");

  private final String code;
  private final String english;
  private final String chinese;

  KernelReason(String code, String english, String chinese) {
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
