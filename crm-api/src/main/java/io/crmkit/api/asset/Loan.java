package io.crmkit.api.asset;

import io.crmkit.api.customer.CustomerId;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * That a unit is lent to the customer who has it.
 *
 * @param lender whose it is, and to whom it goes back
 * @param inPlaceOf the customer's unit that it stands in for; null if for none
 * @param dueOn the day on which it shall be back; null if that was left open
 */
public record Loan(CustomerId lender, @Nullable AssetId inPlaceOf, @Nullable LocalDate dueOn) {

  public Loan {
    Objects.requireNonNull(lender, "lender");
  }
}
