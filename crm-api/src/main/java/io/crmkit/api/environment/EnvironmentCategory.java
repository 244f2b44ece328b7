package io.crmkit.api.environment;

import io.crmkit.api.value.Label;
import io.crmkit.api.value.Labelled;

/** The parts of a runtime environment; each is looked at as a whole, or not at all. */
public enum EnvironmentCategory implements Labelled {
  HARDWARE("hardware", "硬件"),
  /** Cabling, switches, addresses. */
  NETWORK("cabling and network", "布线与网络"),
  /** The way to the outside: lines, gateways, remote access. */
  CONNECTIVITY("connectivity", "外部连接"),
  /** With its updates. */
  OPERATING_SYSTEM("operating system and updates", "操作系统与更新"),
  /** What runs in the background. */
  SERVICES("services and components", "服务与组件"),
  DATABASE("database", "数据库"),
  SOFTWARE("installed software", "已安装软件"),
  /** What a scanner found. */
  MALWARE("malware found", "发现的恶意软件"),
  SETTINGS("settings", "设置");

  private final Label label;

  EnvironmentCategory(String en, String zh) {
    this.label = new Label(en, zh);
  }

  @Override
  public Label label() {
    return label;
  }
}
