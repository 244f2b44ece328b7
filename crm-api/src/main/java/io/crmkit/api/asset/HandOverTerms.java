package io.crmkit.api.asset;

import io.crmkit.api.product.WarrantyTerms;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Objects;

/**
 * What is said about units when they are handed over.
 *
 * @param title when title passes
 * @param supply how they came to the customer: directly or indirectly
 * @param marks serial numbers that the sale itself does not know yet; units that are not named get
 *     theirs from the sale, or later
 * @param warranties what is granted to each unit besides what its product promises; a kind named
 *     here takes the place of the product's
 */
@RecordBuilder
public record HandOverTerms(
    TitleRule title, Supply supply, List<UnitMark> marks, List<WarrantyTerms> warranties)
    implements HandOverTermsBuilder.With {

  public HandOverTerms {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(supply, "supply");
    marks = List.copyOf(marks);
    warranties = List.copyOf(warranties);
  }

  /** Sold by us, title passing with the delivery, nothing more to say. */
  public static HandOverTerms standard() {
    return new HandOverTerms(TitleRule.DELIVERY, Supply.DIRECT, List.of(), List.of());
  }
}
