package io.crmkit.sales.quote;

import static io.crmkit.sales.quote.QuoteEntities.QUOTES;

import io.crmkit.api.CrmSession;
import io.crmkit.api.module.ProvidedBy;
import io.crmkit.api.sales.quote.Quote;
import io.crmkit.api.sales.quote.QuoteId;
import io.crmkit.api.sales.quote.QuoteStatus;
import io.crmkit.core.spi.timer.TimerFired;
import io.crmkit.core.spi.timer.TimerHandler;
import io.crmkit.core.spi.timer.TimerKey;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Marks a quote expired when its last day has passed in the tenant's zone: a timer is set when it
 * is approved, and asks when it fires whether there is still something to expire.
 */
public final class QuoteExpiry implements TimerHandler<QuoteExpiry.Due> {

  /** The id of the handler. */
  public static final String HANDLER = "sales.quote-expiry";

  /**
   * What the timer carries.
   *
   * @param quote the quote that may have expired
   */
  public record Due(QuoteId quote) {}

  @Inject
  QuoteExpiry() {}

  @Override
  public void on(CrmSession session, TimerFired<Due> timer) {
    session.get(Expiring.class).expire(timer.payload().quote());
  }

  /** Sets the timer of a quote that was approved. */
  static void watch(Tx tx, Quote quote) {
    if (quote.status() == QuoteStatus.APPROVED) {
      set(tx, quote);
    }
  }

  private static void set(Tx tx, Quote quote) {
    ZoneId zone = tx.session().profile().zone();
    Instant end = quote.terms().validUntil().plusDays(1).atStartOfDay(zone).toInstant();
    tx.timers().set(new TimerKey(HANDLER, quote.id().value().toString()), end, new Due(quote.id()));
  }

  /** The command behind the timer. */
  @ProvidedBy("io.crmkit:crm-sales")
  public interface Expiring {

    /** Marks the quote expired if it is open and its last day has passed. */
    void expire(QuoteId id);
  }

  /** Thin around {@link QuoteRules}. */
  public static final class Service implements Expiring {
    private final Work work;

    @Inject
    Service(Work work) {
      this.work = work;
    }

    @Override
    public void expire(QuoteId id) {
      work.run(
          "quote.expire", new Due(id), tx -> tx.store(QUOTES).find(id).map(q -> expire(tx, q)));
    }

    private static Quote expire(Tx tx, Quote quote) {
      Optional<QuoteStatus> next = QuoteRules.TABLE.next(quote.status(), QuoteRules.EXPIRE);
      if (next.isEmpty()) {
        return quote;
      }
      if (!tx.today().isAfter(quote.terms().validUntil())) {
        // The tenant's zone has changed since.
        set(tx, quote);
        return quote;
      }
      return tx.store(QUOTES).save(quote, QuoteRules.expire(quote));
    }
  }
}
