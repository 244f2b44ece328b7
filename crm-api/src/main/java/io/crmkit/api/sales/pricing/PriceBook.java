package io.crmkit.api.sales.pricing;

import io.crmkit.api.value.Label;
import java.time.Instant;
import java.util.Currency;
import java.util.List;

/**
 * One revision of a price book. It never changes; quotes keep the prices that they were made with.
 *
 * @param id this revision
 * @param version always 1
 * @param code the price book's stable name, the same in all revisions
 * @param revision 1 for the first
 * @param name for people
 * @param currency of all its prices
 * @param approvals who may approve which discount; if empty, everybody may approve any
 * @param definedAt when it was defined
 */
public record PriceBook(
    PriceBookId id,
    long version,
    String code,
    int revision,
    Label name,
    Currency currency,
    List<ApprovalLevel> approvals,
    Instant definedAt) {

  public PriceBook {
    approvals = List.copyOf(approvals);
  }
}
