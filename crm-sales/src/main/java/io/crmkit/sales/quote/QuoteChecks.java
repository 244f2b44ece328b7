package io.crmkit.sales.quote;

import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.sales.quote.LineInput;
import io.crmkit.api.sales.quote.QuoteContent;
import io.crmkit.sales.validation.Faults;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Finds every fault of the commands of quotes. */
final class QuoteChecks {

  private static final int MAX_LINES = 1_000;
  private static final int MAX_QUANTITY = 1_000_000;
  private static final int PRICE_DECIMALS = 6;
  private static final BigDecimal MAX_PRICE = BigDecimal.valueOf(1_000_000_000);

  /** What a quote may come to; below it, even with full tax, {@code Money} holds every sum. */
  static final BigDecimal MAX_SUM = new BigDecimal("100000000000000");

  private QuoteChecks() {}

  static void content(QuoteContent content, LocalDate today) {
    Faults faults = new Faults();
    faults.code("content.priceBook", content.priceBook());
    faults.count("content.lines", content.lines().size(), MAX_LINES);
    faults.percent("content.discountPercent", content.discountPercent());
    faults.optional("content.note", content.note(), 2_000);
    if (content.validUntil().isBefore(today)) {
      faults.add("content.validUntil", "has passed: " + content.validUntil());
    }
    Set<UUID> carried = new HashSet<>();
    for (int i = 0; i < content.lines().size(); i++) {
      LineInput line = content.lines().get(i);
      line(faults, "content.lines[" + i + "].", line);
      UUID lineId = line.lineId();
      if (lineId != null && !carried.add(lineId)) {
        faults.add("content.lines[" + i + "].lineId", "is used twice: " + lineId);
      }
    }
    faults.raise();
  }

  private static void line(Faults faults, String path, LineInput line) {
    faults.text(path + "sku", line.sku(), 60);
    faults.count(path + "quantity", line.quantity(), MAX_QUANTITY);
    faults.percent(path + "discountPercent", line.discountPercent());
    faults.percent(path + "taxRate", line.taxRate());
    BigDecimal price = line.unitPrice();
    if (price == null) {
      return;
    }
    if (price.signum() < 0 || price.compareTo(MAX_PRICE) > 0) {
      faults.add(path + "unitPrice", "must be 0 to " + MAX_PRICE);
    } else if (price.stripTrailingZeros().scale() > PRICE_DECIMALS) {
      faults.add(path + "unitPrice", "must have at most " + PRICE_DECIMALS + " decimals");
    }
  }

  /** The whole must stay within what can be written as money. */
  static void sum(List<Position> positions) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Position position : positions) {
      BigDecimal dearer = position.price().unit().max(position.price().list());
      sum = sum.add(dearer.multiply(BigDecimal.valueOf(position.quantity())));
    }
    if (sum.compareTo(MAX_SUM) > 0) {
      throw new InvalidInput("content.lines", "come to more than " + MAX_SUM.toPlainString());
    }
  }

  static void reason(String reason) {
    new Faults().text("reason", reason, 500).raise();
  }
}
