package io.crmkit.assets.installedbase;

import io.crmkit.api.asset.AssetReason;
import io.crmkit.api.asset.SoldGoods;
import io.crmkit.api.error.Reason;
import io.crmkit.api.value.Label;
import io.crmkit.assets.asset.SerialKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What a sale must be like before units can come of it. Pure; tells every reason. */
final class SaleChecks {

  private SaleChecks() {}

  static List<Reason> forProvision(SoldGoods goods) {
    List<Reason> reasons = new ArrayList<>();
    if (goods.state() == SoldGoods.State.VOID) {
      reasons.add(ofSale(AssetReason.SALE_VOID, goods));
    }
    reasons.addAll(lines(goods));
    return reasons;
  }

  static List<Reason> forHandOver(SoldGoods goods) {
    List<Reason> reasons = new ArrayList<>();
    switch (goods.state()) {
      case OFFERED, ORDERED ->
          reasons.add(ofSale(AssetReason.SALE_NOT_EXECUTED, goods).with("state", goods.state()));
      case VOID -> reasons.add(ofSale(AssetReason.SALE_VOID, goods));
      case EXECUTED -> {}
    }
    reasons.addAll(lines(goods));
    return reasons;
  }

  static List<Reason> forDissolve(SoldGoods goods) {
    return goods.state() == SoldGoods.State.VOID
        ? List.of()
        : List.of(ofSale(AssetReason.SALE_NOT_VOID, goods).with("state", goods.state()));
  }

  private static Reason ofSale(AssetReason code, SoldGoods goods) {
    return Reason.of(code).with("reference", goods.reference());
  }

  private static List<Reason> lines(SoldGoods goods) {
    List<Reason> reasons = new ArrayList<>();
    Map<UUID, SoldGoods.Line> byId = new HashMap<>();
    for (SoldGoods.Line line : goods.lines()) {
      if (byId.put(line.id(), line) != null) {
        reasons.add(malformed(goods, line, new Label("appears twice", "出现两次")));
      }
    }
    for (SoldGoods.Line line : goods.lines()) {
      if (line.quantity() < 1) {
        reasons.add(malformed(goods, line, number("quantity", "数量", line.quantity())));
      }
      if (line.product() == null && line.description().isBlank()) {
        reasons.add(
            malformed(goods, line, new Label("has neither product nor description", "既无产品也无描述")));
      }
      if (!endsAtRoot(line, byId)) {
        reasons.add(
            malformed(goods, line, new Label("is not below a line of the sale", "其上级行不在该销售中")));
      }
      delivery(goods, line, reasons);
    }
    return reasons;
  }

  private static void delivery(SoldGoods goods, SoldGoods.Line line, List<Reason> reasons) {
    SoldGoods.Delivery delivery = line.delivery();
    if (delivery.quantity() < 0) {
      reasons.add(malformed(goods, line, number("shipped", "已发", delivery.quantity())));
    }
    if (delivery.quantity() > line.quantity()) {
      reasons.add(
          Reason.of(AssetReason.OVER_DELIVERED)
              .with("line", line.description())
              .with("shipped", delivery.quantity())
              .with("ordered", line.quantity()));
    }
    if (delivery.serialNumbers().size() > delivery.quantity()) {
      reasons.add(
          Reason.of(AssetReason.TOO_MANY_SERIAL_NUMBERS)
              .with("line", line.description())
              .with("serials", delivery.serialNumbers().size())
              .with("shipped", delivery.quantity()));
    }
    Set<String> seen = new HashSet<>();
    for (String serialNumber : delivery.serialNumbers()) {
      String key = SerialKey.normalised(serialNumber);
      if (key.isEmpty() || key.length() > SerialKey.MAX_SERIAL) {
        reasons.add(
            malformed(
                goods,
                line,
                new Label("serial number '" + serialNumber + "'", "序列号“" + serialNumber + "”")));
      } else if (!seen.add(key)) {
        reasons.add(
            malformed(
                goods,
                line,
                new Label(
                    "serial number " + serialNumber + " appears twice",
                    "序列号 " + serialNumber + " 出现两次")));
      }
    }
  }

  private static boolean endsAtRoot(SoldGoods.Line line, Map<UUID, SoldGoods.Line> byId) {
    Set<UUID> passed = new HashSet<>();
    UUID parent = line.parent();
    while (parent != null) {
      SoldGoods.Line above = byId.get(parent);
      if (above == null || !passed.add(parent)) {
        return false;
      }
      parent = above.parent();
    }
    return true;
  }

  private static Label number(String en, String zh, int number) {
    return new Label(en + " " + number, zh + " " + number);
  }

  private static Reason malformed(SoldGoods goods, SoldGoods.Line line, Label problem) {
    return ofSale(AssetReason.SALE_MALFORMED, goods)
        .with("line", line.id(), SaleWords.line(goods, line.id()))
        .with("problem", problem.en(), problem);
  }
}
