package io.crmkit.api.asset;

import io.crmkit.api.error.Reason;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Label;
import java.util.List;
import java.util.Locale;

/**
 * What taking over everything of a customer did.
 *
 * @param sales each sale that was taken over
 * @param refused each sale that was not; the others were all the same
 */
public record CustomerHandOver(List<HandOver> sales, List<RefusedSale> refused) {

  public CustomerHandOver {
    sales = List.copyOf(sales);
    refused = List.copyOf(refused);
  }

  /**
   * A sale that could not be taken over.
   *
   * @param sale the sale
   * @param why every reason
   */
  public record RefusedSale(EntityRef sale, List<Why> why) {

    public RefusedSale {
      why = List.copyOf(why);
    }

    public static RefusedSale of(EntityRef sale, List<Reason> reasons) {
      return new RefusedSale(sale, reasons.stream().map(Why::of).toList());
    }
  }

  /**
   * A reason, in the form in which answers are kept.
   *
   * @param code the stable code, as {@link AssetReason#code}
   * @param text for people
   */
  public record Why(String code, Label text) {

    static Why of(Reason reason) {
      return new Why(
          reason.code().code(),
          new Label(reason.message(Locale.ENGLISH), reason.message(Locale.CHINESE)));
    }
  }

  /** Whether anything was done at all. */
  public boolean changedNothing() {
    return sales.stream().allMatch(HandOver::changedNothing);
  }
}
