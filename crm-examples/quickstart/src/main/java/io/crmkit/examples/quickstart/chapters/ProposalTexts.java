package io.crmkit.examples.quickstart.chapters;

import io.crmkit.examples.quickstart.story.Tale;
import java.util.HashMap;
import java.util.Map;

/** What the authors of the proposal have written; merge fields stand between double braces. */
final class ProposalTexts {

  private ProposalTexts() {}

  static String title(Tale tale) {
    return tale.text("Proposal: a digital X-ray room", "数字化X光室建设方案");
  }

  static Map<String, String> cover(Tale tale) {
    return Map.of(
        "TITLE", title(tale),
        "FOR", tale.text("for", "致"),
        "NUMBER", tale.text("Proposal", "方案编号"),
        "ADDRESS", tale.text("Northlight Imaging", "北辰影像技术有限公司"),
        "SELLER", tale.text("Northlight Imaging", "北辰影像"),
        "CONTENTS", tale.text("Contents", "目录"));
  }

  static String need(Tale tale) {
    return tale.text(
        """
        {{customer.name}} examines about **140 patients a day** in one room. The machine there is
        eleven years old and fails twice a month.

        The new room shall

        - stand by summer,
        - give digital pictures within five seconds,
        - need no more space than today.

        | Today | Then |
        |---|---|
        | film, 12 minutes per patient | detector, 4 minutes per patient |
        | two failures a month | one planned visit a quarter |
        """,
        """
        {{customer.name}}每天在一间机房里检查约 **140 名患者**，现有设备已使用十一年，每月故障两次。

        新机房应当

        - 在夏天之前投入使用；
        - 五秒之内获得数字化影像；
        - 占地不超过现有面积。

        | 现在 | 将来 |
        |---|---|
        | 胶片，每名患者 12 分钟 | 平板探测器，每名患者 4 分钟 |
        | 每月故障两次 | 每季度一次计划内维护 |
        """);
  }

  static Map<String, String> chapter(Tale tale) {
    Map<String, String> texts = new HashMap<>();
    texts.put("PLAN", tale.text("Delivery and service", "交付与服务"));
    texts.put(
        "PLAN_TEXT",
        tale.text(
            "{{customer.name}} goes on working while we build. Three steps lead to the new room:",
            "施工期间{{customer.name}}照常接诊。分三步建成新机房："));
    texts.put("STEP1", tale.text("Survey of floor, power and network", "勘察地面、供电与网络"));
    texts.put("STEP2", tale.text("Delivery and installation within six weeks", "六周内交货并安装"));
    texts.put("STEP3", tale.text("Sixteen hours of training, then hand-over", "十六小时培训，然后移交"));
    texts.put("TEAM", tale.text("Who works for you", "项目组"));
    texts.put("AFTER", tale.text("After the hand-over", "移交之后"));
    texts.put(
        "AFTER_TEXT",
        tale.text(
            "A service contract covers the system and everything below it in office hours.",
            "服务合约在办公时间内覆盖该系统及其下的一切设备。"));
    String[][] english = {
      {"Task", "Person", "From"},
      {"Sales", "Lily Chen", "today"},
      {"Installation", "Otto Brandt", "order"},
      {"Training", "Mei Sato", "hand-over"}
    };
    String[][] chinese = {
      {"任务", "负责人", "自"},
      {"销售", "陈莉", "即日"},
      {"安装", "奥托·勃兰特", "下单"},
      {"培训", "佐藤芽衣", "移交"}
    };
    for (int row = 0; row < english.length; row++) {
      for (int column = 0; column < english[row].length; column++) {
        texts.put("T" + row + column, tale.text(english[row][column], chinese[row][column]));
      }
    }
    return texts;
  }
}
