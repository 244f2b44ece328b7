package io.crmkit.sales.pricing;

import io.crmkit.api.sales.SalesEntities;
import io.crmkit.api.sales.SalesReason;
import io.crmkit.api.sales.pricing.PriceBook;
import io.crmkit.api.sales.pricing.PriceEntry;
import io.crmkit.core.spi.storage.Entity;

/** The declarations of price books. */
public final class PriceBookEntities {

  public static final Entity<PriceBook> PRICE_BOOKS =
      Entity.of(PriceBook.class, SalesEntities.PRICE_BOOK, "crm_price_book")
          .json("approvals")
          .unique(SalesReason.PRICE_BOOK_REVISION_TAKEN, "code", "revision")
          .indexed("code")
          .appendOnly()
          .publicToTenant();

  public static final Entity<PriceEntry> PRICE_ENTRIES =
      Entity.of(PriceEntry.class, SalesEntities.PRICE_ENTRY, "crm_price_entry")
          .json("tiers", "components")
          .unique(SalesReason.SKU_TAKEN, "book", "item.sku")
          .indexed("book")
          .appendOnly()
          .publicToTenant();

  private PriceBookEntities() {}
}
