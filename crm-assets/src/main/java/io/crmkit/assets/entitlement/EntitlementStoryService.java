package io.crmkit.assets.entitlement;

import static io.crmkit.assets.entitlement.EntitlementEntities.ENTITLEMENTS;
import static io.crmkit.assets.entitlement.EntitlementEntities.ENTRIES;

import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.entitlement.Entitlement;
import io.crmkit.api.entitlement.EntitlementAttributes;
import io.crmkit.api.entitlement.EntitlementId;
import io.crmkit.api.entitlement.Entitlements;
import io.crmkit.api.entitlement.LedgerEntry;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Label;
import io.crmkit.api.view.TimelineEntry;
import io.crmkit.api.view.TimelineSource.Span;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells of entitlements in a customer's timeline. */
public final class EntitlementStoryService implements EntitlementStory {

  private final Work work;

  @Inject
  public EntitlementStoryService(Work work) {
    this.work = work;
  }

  @Override
  public List<TimelineEntry> timeline(Span span) {
    return work.read(
        tx -> {
          List<LedgerEntry> entries = entries(tx, span);
          Map<EntitlementId, Entitlement> entitlements = new HashMap<>();
          tx.store(ENTITLEMENTS)
              .findAll(entries.stream().map(LedgerEntry::entitlement).distinct().toList())
              .forEach(entitlement -> entitlements.put(entitlement.id(), entitlement));
          List<TimelineEntry> lines = new ArrayList<>();
          for (LedgerEntry entry : entries) {
            Entitlement entitlement = entitlements.get(entry.entitlement());
            if (entitlement != null) {
              lines.add(line(entry, entitlement));
            }
          }
          return List.copyOf(lines);
        });
  }

  private static List<LedgerEntry> entries(ReadTx tx, Span span) {
    Criteria<LedgerEntry> ofCustomer =
        Criteria.ref(
            EntitlementAttributes.ENTRY_ENTITLEMENT,
            Entitlement.class,
            EntitlementAttributes.CUSTOMER.eq(span.customer()));
    return tx.store(ENTRIES)
        .list(
            Query.where(
                    ofCustomer.and(EntitlementAttributes.ENTRY_AT.between(span.from(), span.to())))
                .orderBy(EntitlementAttributes.ENTRY_AT.descending())
                .limit(Math.max(1, Math.min(Query.MAX_LIMIT, span.limit()))));
  }

  private static TimelineEntry line(LedgerEntry entry, Entitlement entitlement) {
    Label done = done(entry.kind());
    Label unit = entitlement.unit().label();
    String quantity = entry.quantity().stripTrailingZeros().toPlainString();
    // Unless it was given a name, it is called after its unit.
    String name = entitlement.name().equals(unit.en()) ? "" : entitlement.name() + ", ";
    return new TimelineEntry(
        entry.time().validFrom(),
        "assets",
        "entitlement-" + entry.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        EntityRef.of(Entitlements.ENTITY, entitlement.id()),
        new Label(
            "Entitlement: " + name + quantity + " " + unit.en() + " " + done.en(),
            "权益：" + name + quantity + " " + unit.zh() + done.zh()));
  }

  private static Label done(LedgerEntry.Kind kind) {
    return switch (kind) {
      case GRANTED -> new Label("granted", "已授予");
      case CONSUMED -> new Label("consumed", "已使用");
      case RELEASED -> new Label("released", "已退还");
      case EXPIRED -> new Label("expired", "已过期");
      case CARRIED_OUT -> new Label("carried over to the next period", "已结转至下期");
      case CARRIED_IN -> new Label("carried over from the period before", "由上期结转");
    };
  }
}
