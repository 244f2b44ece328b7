package io.crmkit.api.sales.pricing;

import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.module.ProvidedBy;
import java.util.Optional;

/** The tenant's price books. As safe for threads as the session it came from. */
@ProvidedBy("io.crmkit:crm-sales")
public interface PriceBooks {

  /**
   * Adds a revision, which new quotes use from now on. Quotes already made keep their prices.
   *
   * @throws io.crmkit.api.error.InvalidInput with every fault
   */
  PriceBook define(DefinePriceBook command);

  /**
   * @throws io.crmkit.api.error.NotFound if there is none
   */
  PriceBook get(PriceBookId id);

  /** The revision in force. */
  Optional<PriceBook> current(String code);

  /** The entries that match, by {@link PriceBookAttributes}. */
  Page<PriceEntry> entries(Query<PriceEntry> query);
}
