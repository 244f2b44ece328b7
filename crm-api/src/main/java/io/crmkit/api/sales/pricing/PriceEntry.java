package io.crmkit.api.sales.pricing;

import java.math.BigDecimal;
import java.util.List;

/**
 * What one thing costs in one revision of a price book.
 *
 * @param id the entry
 * @param version always 1
 * @param book the revision
 * @param item the thing
 * @param tiers its prices by quantity, the smallest quantity first
 * @param taxRate the usual tax, in percent
 * @param components what a bundle is made of; empty for single things
 */
public record PriceEntry(
    PriceEntryId id,
    long version,
    PriceBookId book,
    Item item,
    List<Tier> tiers,
    BigDecimal taxRate,
    List<Component> components) {

  public PriceEntry {
    tiers = List.copyOf(tiers);
    taxRate = Numbers.plain(taxRate);
    components = List.copyOf(components);
  }
}
