package io.crmkit.api.asset;

import io.crmkit.api.error.Reason;
import io.crmkit.api.value.EntityRef;
import java.util.List;

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
   * @param reasons every reason
   */
  public record RefusedSale(EntityRef sale, List<Reason> reasons) {

    public RefusedSale {
      reasons = List.copyOf(reasons);
    }
  }

  /** Whether anything was done at all. */
  public boolean changedNothing() {
    return sales.stream().allMatch(HandOver::changedNothing);
  }
}
