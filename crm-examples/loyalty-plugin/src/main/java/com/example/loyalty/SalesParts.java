package com.example.loyalty;

import io.crmkit.api.CrmSession;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.error.Reason;
import io.crmkit.api.event.*;
import io.crmkit.api.extension.Guard;
import io.crmkit.api.sales.opportunity.OpportunityWon;
import io.crmkit.api.sales.quote.*;
import io.crmkit.api.setting.Settings;
import java.math.*;
import java.util.*;

/** What this module adds to sales. */
final class SalesParts {

  /** Gold customers ask for much; above a discount that the tenant chooses, a manager decides. */
  static final class GoldDiscount implements Guard<QuoteMove> {
    @Override
    public List<Reason> check(CrmSession session, QuoteMove move, Map<String, String> parameters) {
      BigDecimal most = session.get(Settings.class).get(LoyaltyModule.GOLD_DISCOUNT);
      boolean free = move.to() != QuoteStatus.APPROVED
          || move.discountPercent().compareTo(most) <= 0
          || session.actor().roles().contains("manager")
          || session.get(Customers.class).find(move.quote().heading().customer())
              .flatMap(customer -> customer.custom().get(LoyaltyModule.TIER))
              .filter(LoyaltyModule.GOLD::equals).isEmpty();
      Reason reason = Reason.of(LoyaltyReason.GOLD_DISCOUNT).with("percent", most.toPlainString());
      return free ? List.of() : List.of(reason);
    }
  }

  /** A won deal is worth points, once, however often it is told of. */
  static final class Award implements EventHandler<OpportunityWon> {
    @Override
    public void on(CrmSession session, EventEnvelope<OpportunityWon> envelope) {
      OpportunityWon won = envelope.event();
      if (won.customer() != null && won.amount() != null) {
        BigDecimal perPoint = session.get(Settings.class).get(LoyaltyModule.PER_POINT);
        long points = won.amount().amount().divide(perPoint, 0, RoundingMode.DOWN).longValueExact();
        String deal = won.subject().toString();
        session.get(Loyalty.class).book(new Loyalty.Book(won.customer(), points, deal, "Deal won"));
      }
    }
  }
}
