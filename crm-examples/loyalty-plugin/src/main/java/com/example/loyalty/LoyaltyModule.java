package com.example.loyalty;

import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.merge.CustomerMergePart;
import io.crmkit.api.field.*;
import io.crmkit.api.module.*;
import io.crmkit.api.privacy.ErasurePart;
import io.crmkit.api.sales.opportunity.OpportunityWon;
import io.crmkit.api.sales.quote.QuoteMove;
import io.crmkit.api.setting.Setting;
import io.crmkit.api.view.TimelineSource;
import io.crmkit.core.spi.module.*;
import io.crmkit.core.spi.storage.Entity;
import java.math.BigDecimal;
import java.util.List;

/** Gives customers points for what they buy, and a tier by their points. */
public final class LoyaltyModule implements CrmModule {

  public static final String STANDARD = "standard";
  public static final String GOLD = "gold";
  private static final List<FieldChoice> TIERS =
      List.of(
          new FieldChoice(STANDARD, FieldLabel.of("Standard", "普通")),
          new FieldChoice(GOLD, FieldLabel.of("Gold", "金牌")));
  public static final SingleField<String> TIER = Field.choice("loyalty.tier");
  public static final Setting<Long> GOLD_FROM =
      Setting.number("loyalty.gold-from", 1_000).allowing(n -> n > 0, "must be positive");
  public static final Setting<BigDecimal> PER_POINT =
      Setting.decimal("loyalty.per-point", BigDecimal.valueOf(100))
          .allowing(n -> n.signum() > 0, "must be positive");
  public static final Setting<BigDecimal> GOLD_DISCOUNT =
      Setting.decimal("loyalty.gold-discount", BigDecimal.TEN)
          .allowing(n -> n.signum() >= 0, "must not be negative");

  static final Entity<PointsEntry> ENTRIES =
      Entity.of(PointsEntry.class, "loyalty.entry", "crm_loyalty_entry")
          .unique(LoyaltyReason.ENTRY_TAKEN, "customer", "number")
          .unique(LoyaltyReason.ENTRY_TAKEN, "booking.source")
          .mentionsPeopleIn("booking.note")
          .appendOnly()
          .ownedBy("customer", Customer.class);

  @Override
  public ModuleInfo info() {
    return ModuleInfo.of("loyalty", "1.0.0", "com.example:loyalty-plugin")
        .builtFor(ApiVersion.CURRENT)
        .requiring("customers", "sales");
  }

  @Override
  public void register(ModuleRegistrar registrar) {
    registrar.migrations("com/example/loyalty/migration");
    registrar.reasons(LoyaltyReason.class);
    registrar.entity(ENTRIES);
    registrar.service(Loyalty.class, LoyaltyService.class);
    registrar.setting(GOLD_FROM);
    registrar.setting(PER_POINT);
    registrar.setting(GOLD_DISCOUNT);
    registrar.field(FieldDeclaration.of(Customer.class, TIER)
        .withLabel(FieldLabel.of("Tier", "等级"))
        .withRules(FieldRules.any().withStandard(STANDARD).withChoices(TIERS))
        .withUse(FieldUse.searched()));
    registrar.guard(QuoteMove.POINT, "loyalty.gold-discount", SalesParts.GoldDiscount.class);
    registrar.subscribeDurably(OpportunityWon.class, "loyalty.award", SalesParts.Award.class);
    registrar.contribute(TimelineSource.POINT, CustomerParts.Timeline.class);
    registrar.contribute(CustomerMergePart.POINT, CustomerParts.Merge.class);
    registrar.contribute(ErasurePart.POINT, CustomerParts.Erase.class);
  }
}
