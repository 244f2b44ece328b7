package io.crmkit.api.site;

import io.crmkit.api.error.ReasonCode;

/** Why something about a site was refused. */
public enum SiteReason implements ReasonCode {
  SITE_UNKNOWN("site.unknown", "there is no such site", "没有此场所"),
  SITE_CLOSED("site.closed", "the site {site} is closed", "场所“{site}”已关闭"),
  SITE_OPEN("site.open", "the site {site} is open", "场所“{site}”未关闭"),
  SITE_OF_ANOTHER_CUSTOMER(
      "site.of-another-customer", "the site is another customer's", "该场所属于另一客户"),
  UNITS_STILL_THERE(
      "site.units-still-there",
      "{count} units are at the site {site}: they have to go elsewhere first",
      "场所“{site}”尚有 {count} 台设备，须先移至他处");

  private final String code;
  private final String english;
  private final String chinese;

  SiteReason(String code, String english, String chinese) {
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
