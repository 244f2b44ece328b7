package io.crmkit.assets.entitlement;

import static io.crmkit.assets.entitlement.EntitlementEntities.ENTITLEMENTS;

import io.crmkit.api.CrmSession;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.entitlement.CarryOver;
import io.crmkit.api.entitlement.Entitlement;
import io.crmkit.api.entitlement.EntitlementAttributes;
import io.crmkit.api.entitlement.EntitlementId;
import io.crmkit.api.entitlement.LedgerEntry.Kind;
import io.crmkit.api.module.ProvidedBy;
import io.crmkit.core.spi.timer.TimerFired;
import io.crmkit.core.spi.timer.TimerHandler;
import io.crmkit.core.spi.timer.TimerKey;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Books what is left when an entitlement's last day has passed in the tenant's zone: into the one
 * that follows, or off. A timer is set when it is granted, and asks when it fires whether there is
 * still something to book, so that firing late or twice does no harm.
 */
public final class EntitlementEnd implements TimerHandler<EntitlementEnd.Due> {

  /** The id of the handler. */
  public static final String HANDLER = "assets.entitlement-end";

  /**
   * What the timer carries.
   *
   * @param entitlement the entitlement that may have ended
   */
  public record Due(EntitlementId entitlement) {}

  @Inject
  EntitlementEnd() {}

  @Override
  public void on(CrmSession session, TimerFired<Due> timer) {
    session.get(Ending.class).end(timer.payload().entitlement());
  }

  /** Sets the timer of an entitlement that has an end. */
  static void watch(Tx tx, Entitlement entitlement) {
    LocalDate to = entitlement.period().to();
    if (to != null) {
      ZoneId zone = tx.session().profile().zone();
      tx.timers()
          .set(
              new TimerKey(HANDLER, entitlement.id().value().toString()),
              to.atStartOfDay(zone).toInstant(),
              new Due(entitlement.id()));
    }
  }

  /** The command behind the timer. */
  @ProvidedBy("io.crmkit:crm-assets")
  public interface Ending {

    /** Books what is left, if the last day has passed. */
    void end(EntitlementId id);
  }

  /** Thin around {@link LedgerRules}. */
  public static final class Service implements Ending {

    private final Work work;

    @Inject
    Service(Work work) {
      this.work = work;
    }

    @Override
    public void end(EntitlementId id) {
      work.run(
          "entitlement.end",
          new Due(id),
          tx -> {
            tx.lock(ENTITLEMENTS, List.of(id));
            tx.store(ENTITLEMENTS).find(id).ifPresent(entitlement -> book(tx, entitlement));
            return id;
          });
    }
  }

  private static void book(Tx tx, Entitlement entitlement) {
    LocalDate to = entitlement.period().to();
    if (to == null) {
      return;
    } else if (tx.today().isBefore(to)) {
      watch(tx, entitlement); // The tenant's zone has changed since.
      return;
    }
    BigDecimal left = entitlement.balance().left();
    if (left.signum() == 0) {
      return;
    }
    Ledger ledger = new Ledger(tx);
    Entitlement ended = entitlement;
    Optional<Entitlement> next =
        entitlement.carryOver() == CarryOver.NONE ? Optional.empty() : next(tx, entitlement, to);
    if (next.isPresent()) {
      BigDecimal over = LedgerRules.carried(entitlement, left);
      ended = ledger.write(ended, Ledger.What.of(Kind.CARRIED_OUT), over).entitlement();
      ledger.write(next.get(), Ledger.What.of(Kind.CARRIED_IN), over);
      left = left.subtract(over);
    }
    if (left.signum() > 0) {
      ledger.write(ended, Ledger.What.of(Kind.EXPIRED), left);
    }
  }

  /** The one that follows, locked. */
  private static Optional<Entitlement> next(Tx tx, Entitlement ended, LocalDate to) {
    Criteria<Entitlement> follows =
        EntitlementAttributes.CUSTOMER
            .eq(ended.customer())
            .and(EntitlementAttributes.UNIT.eq(ended.unit()))
            .and(EntitlementAttributes.FROM.eq(to));
    Optional<Entitlement> found =
        tx.store(ENTITLEMENTS).all(follows).stream()
            .filter(e -> e.name().equals(ended.name()))
            .filter(e -> Objects.equals(e.asset(), ended.asset()))
            .findFirst();
    found.ifPresent(e -> tx.lock(ENTITLEMENTS, List.of(e.id())));
    return found.flatMap(e -> tx.store(ENTITLEMENTS).find(e.id()));
  }
}
