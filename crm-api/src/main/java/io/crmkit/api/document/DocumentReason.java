package io.crmkit.api.document;

import io.crmkit.api.error.ReasonCode;

/** Why a file is not stored. */
public enum DocumentReason implements ReasonCode {
  /** Details: {@code name}, {@code limit} in bytes. */
  TOO_LARGE(
      "document.too-large",
      "The file {name} is larger than {limit} bytes",
      "文件 {name} 超过 {limit} 字节"),

  /** The first bytes are not those of the media type. Details: {@code name}, {@code mediaType}. */
  CONTENT_MISMATCH(
      "document.content-mismatch",
      "The file {name} is not what its media type {mediaType} says",
      "文件 {name} 的内容与其媒体类型 {mediaType} 不符"),

  /** Two equal contents at the same moment; trying again succeeds. */
  CONTENT_JUST_STORED(
      "document.content-just-stored",
      "The same content was stored by someone else at this moment; try again",
      "相同内容刚刚由他人存入，请重试");

  private final String code;
  private final String english;
  private final String chinese;

  DocumentReason(String code, String english, String chinese) {
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
