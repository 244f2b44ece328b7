package io.crmkit.assets.installedbase;

import io.crmkit.api.CrmSession;
import io.crmkit.api.asset.AssetReason;
import io.crmkit.api.asset.DissolveUnits;
import io.crmkit.api.asset.InstalledBase;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.api.event.EventEnvelope;
import io.crmkit.api.event.EventHandler;
import io.crmkit.api.sales.order.OrderProgressed;
import io.crmkit.api.sales.order.OrderStatus;
import io.crmkit.api.sales.quote.QuoteChanged;
import io.crmkit.api.sales.quote.QuoteStatus;
import io.crmkit.api.value.EntityRef;
import java.util.Set;

/**
 * Gives up provisional units when a sale comes to nothing, after the commit: whoever rejects a
 * quote need not be allowed to change units. A superseded quote is left alone: its lines live on in
 * the later revision.
 */
public final class VoidSales {

  private static final Set<AssetReason> NOTHING_TO_DO =
      Set.of(AssetReason.SALE_NOT_VOID, AssetReason.SALE_UNKNOWN);

  private VoidSales() {}

  /** Orders that were refused or called off. */
  public static final class OfOrders implements EventHandler<OrderProgressed> {

    @Override
    public void on(CrmSession session, EventEnvelope<OrderProgressed> event) {
      OrderStatus status = event.event().status();
      if (status == OrderStatus.REFUSED || status == OrderStatus.CANCELLED) {
        giveUp(session, event.event().subject());
      }
    }
  }

  /** Quotes that were rejected or have expired. */
  public static final class OfQuotes implements EventHandler<QuoteChanged> {

    @Override
    public void on(CrmSession session, EventEnvelope<QuoteChanged> event) {
      QuoteStatus status = event.event().status();
      if (status == QuoteStatus.REJECTED || status == QuoteStatus.EXPIRED) {
        giveUp(session, event.event().subject());
      }
    }
  }

  private static void giveUp(CrmSession session, EntityRef sale) {
    try {
      session.get(InstalledBase.class).dissolve(new DissolveUnits(sale));
    } catch (Refused refused) {
      // The sale has come back to life since, or nobody tells of it any more.
      for (Reason reason : refused.reasons()) {
        if (!(reason.code() instanceof AssetReason code) || !NOTHING_TO_DO.contains(code)) {
          throw refused;
        }
      }
    }
  }
}
