package io.crmkit.api.customer.interaction;

import io.crmkit.api.value.Label;
import io.crmkit.api.value.Labelled;

/** The way over which an interaction took place. */
public enum InteractionChannel implements Labelled {
  PHONE("phone call", "电话"),
  IP_PHONE("IP phone call", "网络电话"),
  VOICE_MAIL("voice mail", "语音留言"),
  EMAIL("e-mail", "电子邮件"),
  FAX("fax", "传真"),
  IP_FAX("IP fax", "网络传真"),
  LETTER("letter", "信函"),
  WEB("web", "网站"),
  CHAT("chat", "在线聊天"),
  VISIT("visit", "拜访"),
  COMMUNITY_POST("community post", "社区发帖");

  private final Label label;

  InteractionChannel(String en, String zh) {
    this.label = new Label(en, zh);
  }

  @Override
  public Label label() {
    return label;
  }
}
