package io.crmkit.assets.installedbase;

import io.crmkit.api.asset.AssetReason;
import io.crmkit.api.asset.SoldGoods;
import io.crmkit.api.asset.SoldGoodsSource;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.spi.work.ReadTx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks whoever sells what was sold. */
final class SoldSales {

  private SoldSales() {}

  /** The first answer counts: no two sources know the same sale. */
  static Optional<SoldGoods> find(ReadTx tx, EntityRef sale) {
    for (SoldGoodsSource source : tx.contributions(SoldGoodsSource.POINT)) {
      Optional<SoldGoods> goods = source.find(tx.session(), sale);
      if (goods.isPresent()) {
        return goods;
      }
    }
    return Optional.empty();
  }

  /**
   * @throws Refused if nobody knows the sale
   */
  static SoldGoods get(ReadTx tx, EntityRef sale) {
    return find(tx, sale)
        .orElseThrow(() -> Refused.because(Reason.of(AssetReason.SALE_UNKNOWN).with("sale", sale)));
  }

  /** Everything carried out for a customer; a source that fails fails the command. */
  static List<SoldGoods> executedFor(ReadTx tx, CustomerId customer) {
    List<SoldGoods> sales = new ArrayList<>();
    for (SoldGoodsSource source : tx.contributions(SoldGoodsSource.POINT)) {
      sales.addAll(source.executedFor(tx.session(), customer));
    }
    return sales;
  }
}
