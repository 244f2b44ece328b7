package io.crmkit.sales.pricing;

import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.sales.pricing.ApprovalLevel;
import io.crmkit.api.sales.pricing.Component;
import io.crmkit.api.sales.pricing.DefinePriceBook;
import io.crmkit.api.sales.pricing.PriceLine;
import io.crmkit.api.sales.pricing.Tier;
import io.crmkit.sales.validation.Faults;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds every fault of a price book. */
final class PriceBookRules {

  private static final int MAX_LINES = 10_000;
  private static final int PRICE_DECIMALS = 6;
  private static final BigDecimal MAX_PRICE = BigDecimal.valueOf(1_000_000_000);

  private PriceBookRules() {}

  static List<InvalidInput.Fault> faults(DefinePriceBook command) {
    Faults faults = new Faults();
    faults.code("code", command.code());
    faults.text("name.en", command.name().en(), 200).text("name.zh", command.name().zh(), 200);
    faults.count("lines", command.lines().size(), MAX_LINES);
    for (int i = 0; i < command.approvals().size(); i++) {
      ApprovalLevel level = command.approvals().get(i);
      faults.length("approvals[" + i + "].role", level.role(), 128);
      faults.percent("approvals[" + i + "].upToPercent", level.upToPercent());
    }
    Map<String, PriceLine> bySku = new HashMap<>();
    for (int i = 0; i < command.lines().size(); i++) {
      PriceLine line = command.lines().get(i);
      if (bySku.putIfAbsent(line.item().sku(), line) != null) {
        faults.add("lines[" + i + "].item.sku", "is used twice: " + line.item().sku());
      }
    }
    for (int i = 0; i < command.lines().size(); i++) {
      line(faults, "lines[" + i + "].", command.lines().get(i), bySku);
    }
    return faults.all();
  }

  private static void line(
      Faults faults, String path, PriceLine line, Map<String, PriceLine> bySku) {
    faults.text(path + "item.sku", line.item().sku(), 60);
    faults.text(path + "item.name", line.item().name(), 200);
    faults.percent(path + "taxRate", line.taxRate());
    tiers(faults, path, line.tiers());
    Set<String> parts = new HashSet<>();
    for (int i = 0; i < line.components().size(); i++) {
      Component component = line.components().get(i);
      String partPath = path + "components[" + i + "].";
      faults.count(partPath + "quantity", component.quantity(), 1_000);
      if (!parts.add(component.sku())) {
        faults.add(partPath + "sku", "is used twice: " + component.sku());
      }
      PriceLine part = bySku.get(component.sku());
      if (part == null) {
        faults.add(partPath + "sku", "is not in this price book: " + component.sku());
      } else if (!part.components().isEmpty()) {
        faults.add(partPath + "sku", "is a bundle itself: " + component.sku());
      }
    }
  }

  private static void tiers(Faults faults, String path, List<Tier> tiers) {
    if (tiers.isEmpty() || tiers.get(0).from() != 1) {
      faults.add(path + "tiers", "the first must begin at 1");
    }
    for (int i = 0; i < tiers.size(); i++) {
      Tier tier = tiers.get(i);
      String tierPath = path + "tiers[" + i + "].";
      if (i > 0 && tier.from() <= tiers.get(i - 1).from()) {
        faults.add(tierPath + "from", "must be greater than the one before");
      }
      price(faults, tierPath + "unitPrice", tier.unitPrice());
    }
  }

  private static void price(Faults faults, String path, BigDecimal price) {
    if (price.signum() < 0 || price.compareTo(MAX_PRICE) > 0) {
      faults.add(path, "must be 0 to " + MAX_PRICE);
    } else if (price.scale() > PRICE_DECIMALS) {
      faults.add(path, "must have at most " + PRICE_DECIMALS + " decimals");
    }
  }
}
