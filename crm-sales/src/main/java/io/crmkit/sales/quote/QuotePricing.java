package io.crmkit.sales.quote;

import io.crmkit.api.error.Reason;
import io.crmkit.api.sales.SalesReason;
import io.crmkit.api.sales.pricing.Component;
import io.crmkit.api.sales.pricing.PriceEntry;
import io.crmkit.api.sales.pricing.Tier;
import io.crmkit.api.sales.quote.LineInput;
import io.crmkit.api.sales.quote.LinePrice;
import io.crmkit.api.sales.quote.QuoteLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/** Finds out what is to be paid for, from what is asked for and the price book. */
final class QuotePricing {

  private final String book;
  private final Map<String, PriceEntry> entries;
  private final Map<UUID, QuoteLine> earlier = new HashMap<>();
  private final Map<UUID, Map<String, UUID>> earlierParts = new HashMap<>();
  private final Supplier<UUID> ids;

  /**
   * @param book the price book's code
   * @param entries its entries by article, components of bundles included
   * @param earlier the lines that may be carried on
   * @param ids where ids of new lines come from
   */
  QuotePricing(
      String book, Map<String, PriceEntry> entries, List<QuoteLine> earlier, Supplier<UUID> ids) {
    this.book = book;
    this.entries = entries;
    this.ids = ids;
    for (QuoteLine line : earlier) {
      UUID parent = line.parentLine();
      if (parent == null) {
        this.earlier.put(line.lineId(), line);
      } else {
        earlierParts
            .computeIfAbsent(parent, p -> new HashMap<>())
            .put(line.item().sku(), line.lineId());
      }
    }
  }

  /** Everything that is against these lines. */
  List<Reason> against(List<LineInput> lines) {
    List<Reason> against = new ArrayList<>();
    for (LineInput line : lines) {
      if (!entries.containsKey(line.sku())) {
        against.add(Reason.of(SalesReason.SKU_UNKNOWN).with("book", book).with("sku", line.sku()));
      }
      UUID carried = line.lineId();
      if (carried != null) {
        QuoteLine before = earlier.get(carried);
        if (before == null || !before.item().sku().equals(line.sku())) {
          against.add(Reason.of(SalesReason.QUOTE_LINE_UNKNOWN).with("line", carried));
        }
      }
    }
    return against;
  }

  /** The positions of lines that nothing is against. */
  List<Position> positions(List<LineInput> lines) {
    return lines.stream().map(this::position).toList();
  }

  private Position position(LineInput input) {
    PriceEntry entry = entry(input.sku());
    UUID carried = input.lineId();
    UUID lineId = carried == null ? ids.get() : carried;
    BigDecimal list = listPrice(entry, input.quantity());
    BigDecimal own = input.discountPercent();
    LinePrice price =
        new LinePrice(
            list,
            input.unitPrice() == null ? list : input.unitPrice(),
            own == null ? BigDecimal.ZERO : own,
            input.taxRate() == null ? entry.taxRate() : input.taxRate());
    Map<String, UUID> carriedParts = earlierParts.getOrDefault(lineId, Map.of());
    List<Position> parts = new ArrayList<>();
    for (Component component : entry.components()) {
      UUID part = carriedParts.get(component.sku());
      parts.add(part(input, component, part == null ? ids.get() : part));
    }
    return new Position(lineId, entry.item(), input.quantity(), price, parts);
  }

  private Position part(LineInput input, Component component, UUID lineId) {
    PriceEntry entry = entry(component.sku());
    int quantity = Math.multiplyExact(input.quantity(), component.quantity());
    BigDecimal list = listPrice(entry, quantity);
    BigDecimal own = input.discountPercent();
    LinePrice price =
        new LinePrice(
            list,
            list,
            own == null ? BigDecimal.ZERO : own,
            input.taxRate() == null ? entry.taxRate() : input.taxRate());
    return new Position(lineId, entry.item(), quantity, price, List.of());
  }

  private PriceEntry entry(String sku) {
    return Objects.requireNonNull(entries.get(sku), "a price book knows its components");
  }

  private static BigDecimal listPrice(PriceEntry entry, int quantity) {
    BigDecimal price = entry.tiers().get(0).unitPrice();
    for (Tier tier : entry.tiers()) {
      if (tier.from() <= quantity) {
        price = tier.unitPrice();
      }
    }
    return price;
  }
}
