package io.crmkit.api.sales.pricing;

import java.math.BigDecimal;

/**
 * Who may approve quotes up to which discount.
 *
 * @param role a role of the actor, in the host's terms; empty for everybody
 * @param upToPercent the greatest discount off the list prices, in percent
 */
public record ApprovalLevel(String role, BigDecimal upToPercent) {

  public ApprovalLevel {
    upToPercent = Numbers.plain(upToPercent);
  }

  public static ApprovalLevel of(String role, String upToPercent) {
    return new ApprovalLevel(role, new BigDecimal(upToPercent));
  }
}
