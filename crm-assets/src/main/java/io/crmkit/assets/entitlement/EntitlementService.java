package io.crmkit.assets.entitlement;

import static io.crmkit.assets.asset.AssetEntities.ASSETS;
import static io.crmkit.assets.entitlement.EntitlementEntities.ENTITLEMENTS;
import static io.crmkit.assets.entitlement.EntitlementEntities.ENTRIES;

import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.TwoTimes;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.entitlement.Balance;
import io.crmkit.api.entitlement.ConsumeEntitlement;
import io.crmkit.api.entitlement.Entitlement;
import io.crmkit.api.entitlement.EntitlementAttributes;
import io.crmkit.api.entitlement.EntitlementId;
import io.crmkit.api.entitlement.EntitlementReason;
import io.crmkit.api.entitlement.Entitlements;
import io.crmkit.api.entitlement.GrantEntitlement;
import io.crmkit.api.entitlement.LedgerEntry;
import io.crmkit.api.entitlement.LedgerEntry.Kind;
import io.crmkit.api.entitlement.ReleaseEntitlement;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.assets.check.Faults;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Grants, uses, and their ledger. */
public final class EntitlementService implements Entitlements {

  private final Work work;

  @Inject
  public EntitlementService(Work work) {
    this.work = work;
  }

  @Override
  public Entitlement grant(GrantEntitlement command) {
    Faults faults = new Faults();
    LedgerRules.check(faults, command);
    faults.orThrow();
    return work.run("entitlement.grant", command, tx -> grant(tx, command));
  }

  private static Entitlement grant(Tx tx, GrantEntitlement command) {
    tx.session().get(Customers.class).get(command.customer());
    AssetId asset = command.asset();
    if (asset != null && !tx.store(ASSETS).get(asset).customer().equals(command.customer())) {
      throw Refused.because(Reason.of(EntitlementReason.UNIT_OF_ANOTHER_CUSTOMER));
    }
    Entitlement none =
        new Entitlement(
            new EntitlementId(tx.newId()),
            0,
            command.customer(),
            asset,
            command.source(),
            command.name(),
            command.unit(),
            command.period(),
            command.carryOver(),
            command.carryAtMost(),
            new Balance(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO));
    Entitlement granted =
        new Ledger(tx).write(none, Ledger.What.of(Kind.GRANTED), command.quantity()).entitlement();
    EntitlementEnd.watch(tx, granted);
    return granted;
  }

  @Override
  public List<LedgerEntry> consume(ConsumeEntitlement command) {
    Faults faults = new Faults();
    LedgerRules.quantity(faults, "quantity", command.quantity(), command.unit());
    faults.orThrow();
    return work.run("entitlement.consume", command, tx -> new Consumed(consume(tx, command)))
        .entries();
  }

  /** What a repeated command answers. */
  private record Consumed(List<LedgerEntry> entries) {}

  private static List<LedgerEntry> consume(Tx tx, ConsumeEntitlement command) {
    tx.session().get(Customers.class).get(command.customer());
    if (command.asset() != null) {
      tx.store(ASSETS).get(command.asset());
    }
    Map<Entitlement, BigDecimal> drawable = drawable(tx, command);
    BigDecimal left = drawable.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (left.compareTo(command.quantity()) < 0) {
      throw Refused.because(
          Reason.of(EntitlementReason.NOT_ENOUGH_LEFT)
              .with("quantity", command.quantity().stripTrailingZeros().toPlainString())
              .with("unit", command.unit())
              .with("left", left.stripTrailingZeros().toPlainString()));
    }
    List<LedgerEntry> entries = new ArrayList<>();
    BigDecimal open = command.quantity();
    Ledger.What what = new Ledger.What(Kind.CONSUMED, null, command.purpose());
    for (Map.Entry<Entitlement, BigDecimal> one : drawable.entrySet()) {
      BigDecimal part = one.getValue().min(open);
      if (part.signum() > 0) {
        entries.add(new Ledger(tx).write(one.getKey(), what, part).entry());
        open = open.subtract(part);
      }
    }
    return entries;
  }

  /** What can be drawn on, locked, in the order in which it is; how much of each. */
  private static Map<Entitlement, BigDecimal> drawable(Tx tx, ConsumeEntitlement command) {
    LocalDate day = LocalDate.ofInstant(tx.occurredAt(), tx.session().profile().zone());
    List<EntitlementId> ids =
        (command.from() == null
                ? tx.store(ENTITLEMENTS).all(mayServe(command))
                : List.of(tx.store(ENTITLEMENTS).get(command.from())))
            .stream().filter(e -> serves(e, command, day)).map(Entitlement::id).toList();
    tx.lock(ENTITLEMENTS, ids);
    Map<Entitlement, BigDecimal> drawable = new LinkedHashMap<>();
    tx.store(ENTITLEMENTS).findAll(ids).stream()
        .sorted(LedgerRules.ENDING_FIRST)
        .forEach(e -> drawable.put(e, drawable(tx, e)));
    return drawable;
  }

  private static BigDecimal drawable(Tx tx, Entitlement entitlement) {
    return tx.occurredAt().isBefore(tx.now())
        ? LedgerRules.drawable(entries(tx.tenantWide(), entitlement.id()), tx.occurredAt())
        : entitlement.balance().left();
  }

  private static Criteria<Entitlement> mayServe(ConsumeEntitlement command) {
    return EntitlementAttributes.CUSTOMER
        .eq(command.customer())
        .and(EntitlementAttributes.UNIT.eq(command.unit()));
  }

  private static boolean serves(Entitlement e, ConsumeEntitlement command, LocalDate day) {
    return e.customer().equals(command.customer())
        && e.unit() == command.unit()
        && (e.asset() == null || e.asset().equals(command.asset()))
        && e.period().includes(day);
  }

  @Override
  public LedgerEntry release(ReleaseEntitlement command) {
    return work.run("entitlement.release", command, tx -> release(tx, command));
  }

  private static LedgerEntry release(Tx tx, ReleaseEntitlement command) {
    LedgerEntry consumed = tx.store(ENTRIES).get(command.entry());
    tx.lock(ENTITLEMENTS, List.of(consumed.entitlement()));
    Entitlement entitlement = tx.store(ENTITLEMENTS).get(consumed.entitlement());
    if (consumed.kind() != Kind.CONSUMED) {
      throw Refused.because(Reason.of(EntitlementReason.NOTHING_CONSUMED));
    }
    BigDecimal open =
        tx
            .tenantWide()
            .store(ENTRIES)
            .all(EntitlementAttributes.ENTRY_ABOUT.eq(consumed.id()))
            .stream()
            .map(LedgerEntry::quantity)
            .reduce(consumed.quantity(), BigDecimal::subtract);
    BigDecimal quantity = command.quantity() == null ? open : command.quantity();
    if (command.quantity() != null) {
      Faults faults = new Faults();
      LedgerRules.quantity(faults, "quantity", quantity, entitlement.unit());
      faults.orThrow();
    }
    if (quantity.signum() == 0 || quantity.compareTo(open) > 0) {
      throw Refused.because(
          Reason.of(EntitlementReason.RELEASED_ALREADY)
              .with("quantity", quantity.stripTrailingZeros().toPlainString())
              .with("left", open.stripTrailingZeros().toPlainString()));
    }
    if (tx.occurredAt().isBefore(consumed.time().validFrom())) {
      throw new InvalidInput("entry", "was consumed later than it is to be released");
    }
    Ledger ledger = new Ledger(tx);
    Ledger.Written written =
        ledger.write(entitlement, new Ledger.What(Kind.RELEASED, consumed.id(), null), quantity);
    LocalDate to = entitlement.period().to();
    if (to != null && !tx.today().isBefore(to)) {
      ledger.write(written.entitlement(), Ledger.What.of(Kind.EXPIRED), quantity);
    }
    return written.entry();
  }

  @Override
  public Entitlement get(EntitlementId id) {
    return work.read(tx -> tx.store(ENTITLEMENTS).get(id));
  }

  @Override
  public Page<Entitlement> search(Query<Entitlement> query) {
    return work.read(tx -> tx.store(ENTITLEMENTS).page(query));
  }

  @Override
  public List<LedgerEntry> ledger(EntitlementId id) {
    return work.read(
        tx -> {
          tx.store(ENTITLEMENTS).get(id);
          return entries(tx, id);
        });
  }

  @Override
  public BigDecimal leftAt(EntitlementId id, TwoTimes times) {
    return work.read(
        tx -> {
          tx.store(ENTITLEMENTS).get(id);
          return entries(tx, id).stream()
              .filter(entry -> !entry.time().validFrom().isAfter(times.at()))
              .filter(entry -> !entry.time().recordedAt().isAfter(times.asKnownOn()))
              .map(LedgerEntry::signed)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
        });
  }

  private static List<LedgerEntry> entries(ReadTx tx, EntitlementId id) {
    return tx.store(ENTRIES).all(EntitlementAttributes.ENTRY_ENTITLEMENT.eq(id)).stream()
        .sorted(
            Comparator.comparing((LedgerEntry entry) -> entry.time().recordedAt())
                .thenComparing(entry -> entry.id().value().toString()))
        .toList();
  }
}
