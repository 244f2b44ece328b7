package io.crmkit.api.sales.pricing;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What one thing costs, as a price book says.
 *
 * @param item the thing
 * @param tiers its prices by quantity; the first begins at 1
 * @param taxRate the usual tax, in percent
 * @param components what a bundle is made of; empty for single things
 */
@RecordBuilder
public record PriceLine(Item item, List<Tier> tiers, BigDecimal taxRate, List<Component> components)
    implements PriceLineBuilder.With {

  public PriceLine {
    tiers = List.copyOf(tiers);
    taxRate = Numbers.plain(taxRate);
    components = List.copyOf(components);
  }

  /** A single thing at one price, untaxed. */
  public static PriceLine of(Item item, String unitPrice) {
    return new PriceLine(
        item, List.of(new Tier(1, new BigDecimal(unitPrice))), BigDecimal.ZERO, List.of());
  }

  /** This line with a usual tax, in percent. */
  public PriceLine taxedAt(String percent) {
    return withTaxRate(new BigDecimal(percent));
  }

  /** This line with another price from a quantity on. */
  public PriceLine from(int quantity, String unitPrice) {
    List<Tier> more = new ArrayList<>(tiers);
    more.add(new Tier(quantity, new BigDecimal(unitPrice)));
    return withTiers(more);
  }

  /** This line as a bundle with one more component. */
  public PriceLine containing(String sku, int quantity) {
    List<Component> more = new ArrayList<>(components);
    more.add(new Component(sku, quantity));
    return withComponents(more);
  }
}
