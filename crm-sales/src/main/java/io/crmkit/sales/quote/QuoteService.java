package io.crmkit.sales.quote;

import static io.crmkit.sales.opportunity.OpportunityEntities.OPPORTUNITIES;
import static io.crmkit.sales.quote.QuoteEntities.QUOTES;

import io.crmkit.api.Actor;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.sales.SalesReason;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.pipeline.StageCategory;
import io.crmkit.api.sales.pricing.PriceBook;
import io.crmkit.api.sales.quote.ChangeQuote;
import io.crmkit.api.sales.quote.DraftQuote;
import io.crmkit.api.sales.quote.LineInput;
import io.crmkit.api.sales.quote.Quote;
import io.crmkit.api.sales.quote.QuoteAttributes;
import io.crmkit.api.sales.quote.QuoteContent;
import io.crmkit.api.sales.quote.QuoteHeading;
import io.crmkit.api.sales.quote.QuoteId;
import io.crmkit.api.sales.quote.QuoteLine;
import io.crmkit.api.sales.quote.QuoteMove;
import io.crmkit.api.sales.quote.QuoteRefusal;
import io.crmkit.api.sales.quote.QuoteStatus;
import io.crmkit.api.sales.quote.QuoteStep;
import io.crmkit.api.sales.quote.QuoteTerms;
import io.crmkit.api.sales.quote.Quotes;
import io.crmkit.api.sales.quote.ReviseQuote;
import io.crmkit.core.spi.rule.Decision;
import io.crmkit.core.spi.work.Change;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.core.spi.work.Work;
import io.crmkit.sales.pricing.PriceCatalog;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/** Quotes: thin around {@link QuoteRules}. */
public final class QuoteService implements Quotes {

  private static final int CHUNK = 200;

  private final Work work;
  private final PriceCatalog prices;

  @Inject
  QuoteService(Work work, PriceCatalog prices) {
    this.work = work;
    this.prices = prices;
  }

  @Override
  public Quote draft(DraftQuote command) {
    return work.run(
        "quote.draft",
        command,
        tx -> {
          QuoteChecks.content(command.content(), when(tx).on());
          Opportunity opportunity = tx.store(OPPORTUNITIES).get(command.opportunity());
          List<Reason> against = againstQuoting(opportunity);
          QuoteContent given = tx.store(QUOTES).given(QuoteForm.of(command.content()));
          QuoteRules.Written written = write(tx, given, List.of(), against);
          String number = String.format(Locale.ROOT, "Q-%06d", tx.nextNumber("sales.quote"));
          QuoteHeading heading =
              new QuoteHeading(
                  number,
                  1,
                  null,
                  opportunity.id(),
                  Objects.requireNonNull(opportunity.customer()));
          return tx.store(QUOTES)
              .insert(QuoteRules.draft(new QuoteId(tx.newId()), heading, written));
        });
  }

  private static List<Reason> againstQuoting(Opportunity opportunity) {
    List<Reason> against = new ArrayList<>();
    StageCategory category = opportunity.progress().category();
    if (category != StageCategory.OPEN) {
      against.add(Reason.of(SalesReason.OPPORTUNITY_NOT_OPEN).with("category", category));
    }
    if (opportunity.customer() == null) {
      against.add(Reason.of(SalesReason.OPPORTUNITY_WITHOUT_CUSTOMER));
    }
    return against;
  }

  @Override
  public Quote change(ChangeQuote command) {
    return work.run(
        "quote.change",
        command,
        tx -> {
          QuoteChecks.content(command.content(), when(tx).on());
          Quote before = tx.store(QUOTES).get(command.id(), command.version());
          QuoteContent given = tx.store(QUOTES).given(before, QuoteForm.of(command.content()));
          QuoteRules.Written written = write(tx, given, before.lines(), List.of());
          return tx.store(QUOTES).save(before, QuoteRules.change(before, written));
        });
  }

  @Override
  public Quote revise(ReviseQuote command) {
    return work.run(
        "quote.revise",
        command,
        tx -> {
          QuoteChecks.content(command.content(), when(tx).on());
          Quote before = tx.store(QUOTES).get(command.id(), command.version());
          // Superseding checks the version, so that a revision has one successor at most.
          tx.store(QUOTES).save(before, QuoteRules.supersede(before));
          QuoteContent given = tx.store(QUOTES).given(before, QuoteForm.of(command.content()));
          QuoteRules.Written written =
              write(tx, given, before.lines(), List.of()).with(before.custom());
          QuoteHeading old = before.heading();
          QuoteHeading heading =
              new QuoteHeading(
                  old.number(), old.revision() + 1, before.id(), old.opportunity(), old.customer());
          return tx.store(QUOTES)
              .insert(QuoteRules.draft(new QuoteId(tx.newId()), heading, written));
        });
  }

  /**
   * Prices and computes the content.
   *
   * @param against what else is against it
   * @throws Refused with everything against it
   */
  private QuoteRules.Written write(
      Tx tx, QuoteContent content, List<QuoteLine> earlier, List<Reason> against) {
    List<Reason> all = new ArrayList<>(against);
    Optional<PriceBook> book = prices.current(tx, content.priceBook());
    if (book.isEmpty()) {
      all.add(Reason.of(SalesReason.PRICE_BOOK_UNKNOWN).with("book", content.priceBook()));
      throw new Refused(all);
    }
    List<String> skus = content.lines().stream().map(LineInput::sku).distinct().toList();
    QuotePricing pricing =
        new QuotePricing(
            content.priceBook(), prices.entries(tx, book.get().id(), skus), earlier, tx::newId);
    all.addAll(pricing.against(content.lines()));
    if (!all.isEmpty()) {
      throw new Refused(all);
    }
    List<Position> positions = pricing.positions(content.lines());
    QuoteChecks.sum(positions);
    BigDecimal discount =
        content.discountPercent() == null ? BigDecimal.ZERO : content.discountPercent();
    QuoteTerms terms =
        new QuoteTerms(book.get().id(), discount, content.validUntil(), content.note());
    return new QuoteRules.Written(
        terms, QuoteMath.compute(book.get().currency(), discount, positions), CustomValues.none());
  }

  @Override
  public Quote submit(QuoteStep command) {
    return step(
        "quote.submit",
        command,
        (tx, quote) -> QuoteRules.submit(quote, against(tx, quote, QuoteStatus.SUBMITTED)));
  }

  @Override
  public Quote approve(QuoteStep command) {
    return step(
        "quote.approve",
        command,
        (tx, quote) -> {
          PriceBook book = prices.get(tx, quote.terms().book());
          Actor actor = tx.session().actor();
          return QuoteRules.approve(
              quote,
              new QuoteRules.Approver(actor.id(), actor.roles(), book.approvals()),
              against(tx, quote, QuoteStatus.APPROVED));
        });
  }

  @Override
  public Quote sendBack(QuoteRefusal command) {
    return refuse(
        "quote.send-back", command, (tx, quote) -> QuoteRules.sendBack(quote, command.reason()));
  }

  @Override
  public Quote send(QuoteStep command) {
    return step(
        "quote.send",
        command,
        (tx, quote) -> QuoteRules.send(quote, when(tx), against(tx, quote, QuoteStatus.SENT)));
  }

  @Override
  public Quote accept(QuoteStep command) {
    return step(
        "quote.accept",
        command,
        (tx, quote) ->
            QuoteRules.accept(quote, when(tx), against(tx, quote, QuoteStatus.ACCEPTED)));
  }

  @Override
  public Quote reject(QuoteRefusal command) {
    return refuse(
        "quote.reject",
        command,
        (tx, quote) -> QuoteRules.reject(quote, command.reason(), when(tx)));
  }

  /** What the guards of modules object. */
  private static List<Reason> against(Tx tx, Quote quote, QuoteStatus to) {
    return tx.everyGuard(
        QuoteMove.POINT,
        new QuoteMove(quote, to, QuoteRules.discountPercent(quote), tx.occurredAt()));
  }

  private Quote step(String name, QuoteStep command, BiFunction<Tx, Quote, Decision<Quote>> rule) {
    return work.run(
        name,
        command,
        tx -> {
          Quote after =
              tx.store(QUOTES)
                  .change(command.id(), command.version(), quote -> rule.apply(tx, quote));
          QuoteExpiry.watch(tx, after);
          return after;
        });
  }

  private Quote refuse(
      String name, QuoteRefusal command, BiFunction<Tx, Quote, Decision<Quote>> rule) {
    return work.run(
        name,
        command,
        tx -> {
          QuoteChecks.reason(command.reason());
          return tx.store(QUOTES)
              .change(command.id(), command.version(), quote -> rule.apply(tx, quote));
        });
  }

  private record Overdue(LocalDate today) {}

  @Override
  public int expireOverdue() {
    LocalDate today = work.session().today();
    int marked = 0;
    int chunk;
    do {
      chunk = work.run("quote.expire-overdue", new Overdue(today), tx -> expire(tx, today));
      marked += chunk;
    } while (chunk == CHUNK);
    return marked;
  }

  private static int expire(Tx tx, LocalDate today) {
    List<Quote> overdue =
        tx.store(QUOTES)
            .list(
                Query.where(
                        QuoteAttributes.STATUS
                            .in(List.of(QuoteStatus.APPROVED, QuoteStatus.SENT))
                            .and(QuoteAttributes.VALID_UNTIL.lessThan(today)))
                    .limit(CHUNK));
    tx.store(QUOTES)
        .saveAll(overdue.stream().map(q -> new Change<>(q, QuoteRules.expire(q))).toList());
    return overdue.size();
  }

  private static QuoteRules.When when(Tx tx) {
    ZoneId zone = tx.session().profile().zone();
    return new QuoteRules.When(tx.occurredAt(), LocalDate.ofInstant(tx.occurredAt(), zone));
  }

  @Override
  public Quote get(QuoteId id) {
    return work.read(tx -> tx.store(QUOTES).get(id));
  }

  @Override
  public Optional<Quote> find(QuoteId id) {
    return work.read(tx -> tx.store(QUOTES).find(id));
  }

  @Override
  public Page<Quote> page(Query<Quote> query) {
    return work.read(tx -> tx.store(QUOTES).page(query));
  }
}
