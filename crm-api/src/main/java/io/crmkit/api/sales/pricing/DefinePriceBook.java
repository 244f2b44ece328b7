package io.crmkit.api.sales.pricing;

import io.crmkit.api.value.Label;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Currency;
import java.util.List;

/**
 * A price book shall look like this from now on.
 *
 * @param code its stable name: lower-case letters, digits and hyphens
 * @param name for people
 * @param currency of all its prices
 * @param lines everything that it prices, 1 to 10,000 lines
 * @param approvals who may approve which discount; if empty, everybody may approve any
 */
@RecordBuilder
public record DefinePriceBook(
    String code,
    Label name,
    Currency currency,
    List<PriceLine> lines,
    List<ApprovalLevel> approvals)
    implements DefinePriceBookBuilder.With {

  public DefinePriceBook {
    lines = List.copyOf(lines);
    approvals = List.copyOf(approvals);
  }
}
