package io.crmkit.api.sales.pricing;

import io.crmkit.api.criteria.Attribute;

/** By what price books and their entries can be searched and sorted. */
public final class PriceBookAttributes {

  public static final Attribute<PriceBook, String> CODE =
      Attribute.of(PriceBook.class, "code", String.class);
  public static final Attribute<PriceBook, Integer> REVISION =
      Attribute.of(PriceBook.class, "revision", Integer.class);
  public static final Attribute<PriceEntry, PriceBookId> BOOK =
      Attribute.of(PriceEntry.class, "book", PriceBookId.class);
  public static final Attribute<PriceEntry, String> SKU =
      Attribute.of(PriceEntry.class, "item.sku", String.class);
  public static final Attribute<PriceEntry, String> NAME =
      Attribute.of(PriceEntry.class, "item.name", String.class);

  private PriceBookAttributes() {}
}
