package io.crmkit.sales.quote;

import io.crmkit.api.error.Reason;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.sales.SalesReason;
import io.crmkit.api.sales.pricing.ApprovalLevel;
import io.crmkit.api.sales.pricing.Numbers;
import io.crmkit.api.sales.quote.LinePrice;
import io.crmkit.api.sales.quote.Quote;
import io.crmkit.api.sales.quote.QuoteChanged;
import io.crmkit.api.sales.quote.QuoteDecision;
import io.crmkit.api.sales.quote.QuoteHeading;
import io.crmkit.api.sales.quote.QuoteId;
import io.crmkit.api.sales.quote.QuoteLine;
import io.crmkit.api.sales.quote.QuoteStatus;
import io.crmkit.api.sales.quote.QuoteTerms;
import io.crmkit.api.value.Label;
import io.crmkit.core.spi.rule.Decision;
import io.crmkit.core.spi.rule.StateTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What may happen to a quote. Its lines change only in a draft; at most one revision of a quote is
 * live, since writing the next one supersedes it.
 */
public final class QuoteRules {

  static final String SUBMIT = "submit";
  static final String SEND_BACK = "send-back";
  static final String APPROVE = "approve";
  static final String SEND = "send";
  static final String ACCEPT = "accept";
  static final String REJECT = "reject";
  static final String EXPIRE = "expire";
  static final String SUPERSEDE = "supersede";
  private static final String CHANGE = "change";

  private static final int PERCENT_DECIMALS = 4;

  /** The life of a revision. */
  public static final StateTable<QuoteStatus> TABLE =
      StateTable.startingAt(QuoteStatus.DRAFT)
          .on(SUBMIT)
          .from(QuoteStatus.DRAFT)
          .to(QuoteStatus.SUBMITTED)
          .on(SEND_BACK)
          .from(QuoteStatus.SUBMITTED)
          .to(QuoteStatus.DRAFT)
          .on(APPROVE)
          .from(QuoteStatus.DRAFT, QuoteStatus.SUBMITTED)
          .to(QuoteStatus.APPROVED)
          .on(SEND)
          .from(QuoteStatus.APPROVED)
          .to(QuoteStatus.SENT)
          .on(ACCEPT)
          .from(QuoteStatus.SENT)
          .to(QuoteStatus.ACCEPTED)
          .on(REJECT)
          .from(QuoteStatus.SENT)
          .to(QuoteStatus.REJECTED)
          .on(EXPIRE)
          .from(QuoteStatus.APPROVED, QuoteStatus.SENT)
          .to(QuoteStatus.EXPIRED)
          .on(SUPERSEDE)
          .from(
              QuoteStatus.DRAFT,
              QuoteStatus.SUBMITTED,
              QuoteStatus.APPROVED,
              QuoteStatus.SENT,
              QuoteStatus.REJECTED,
              QuoteStatus.EXPIRED)
          .to(QuoteStatus.SUPERSEDED)
          .build();

  private QuoteRules() {}

  /** A new draft. */
  static Decision<Quote> draft(QuoteId id, QuoteHeading heading, Written written) {
    Quote quote =
        new Quote(
            id,
            0,
            heading,
            TABLE.start(),
            written.terms(),
            QuoteDecision.none(),
            written.computed().totals(),
            written.computed().lines(),
            written.computed().taxes(),
            written.custom());
    return Decision.accept(quote, event(quote));
  }

  /**
   * What a quote says, computed.
   *
   * @param custom what a revision takes over from the one before
   */
  record Written(QuoteTerms terms, QuoteMath.Computed computed, CustomValues custom) {

    Written with(CustomValues values) {
      return new Written(terms, computed, values);
    }
  }

  /** A draft rewritten. */
  static Decision<Quote> change(Quote quote, Written written) {
    if (quote.status() != QuoteStatus.DRAFT) {
      return Decision.reject(refusal(quote, CHANGE));
    }
    return Decision.accept(
        quote
            .withTerms(written.terms())
            .withTotals(written.computed().totals())
            .withLines(written.computed().lines())
            .withTaxes(written.computed().taxes()));
  }

  /**
   * @param against what guards object
   */
  static Decision<Quote> submit(Quote quote, List<Reason> against) {
    return step(quote, SUBMIT, against, quote.decision());
  }

  static Decision<Quote> sendBack(Quote quote, String reason) {
    return step(quote, SEND_BACK, List.of(), quote.decision().withReason(reason));
  }

  /** What the approval of a quote is decided on. */
  record Approver(String actor, Set<String> roles, List<ApprovalLevel> levels) {}

  /**
   * @param objections what guards object
   */
  static Decision<Quote> approve(Quote quote, Approver approver, List<Reason> objections) {
    BigDecimal percent = discountPercent(quote);
    List<ApprovalLevel> enough =
        approver.levels().stream().filter(l -> l.upToPercent().compareTo(percent) >= 0).toList();
    boolean may =
        approver.levels().isEmpty()
            || enough.stream()
                .anyMatch(l -> l.role().isEmpty() || approver.roles().contains(l.role()));
    List<Reason> against = new ArrayList<>();
    if (!may) {
      String roles = String.join(", ", enough.stream().map(ApprovalLevel::role).toList());
      against.add(
          Reason.of(SalesReason.DISCOUNT_NEEDS_APPROVAL)
              .with("percent", percent.toPlainString())
              .with("roles", roles.isEmpty() ? "-" : roles));
    }
    against.addAll(objections);
    return step(
        quote,
        APPROVE,
        against,
        quote.decision().withApprovedBy(approver.actor()).withReason(null));
  }

  /**
   * How much less than the list prices it asks, in percent; 0 if it asks more. Reckoned from prices
   * and percentages before anything is rounded, so that twelve percent are twelve percent.
   */
  static BigDecimal discountPercent(Quote quote) {
    BigDecimal list = BigDecimal.ZERO;
    BigDecimal asked = BigDecimal.ZERO;
    for (QuoteLine line : quote.lines()) {
      if (line.parentLine() == null) {
        BigDecimal quantity = BigDecimal.valueOf(line.quantity());
        LinePrice price = line.price();
        list = list.add(price.list().multiply(quantity));
        asked = asked.add(price.unit().multiply(quantity).multiply(rest(price.discountPercent())));
      }
    }
    if (list.signum() == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal less = list.subtract(asked.multiply(rest(quote.terms().discountPercent())));
    return Numbers.plain(
        less.max(BigDecimal.ZERO)
            .movePointRight(2)
            .divide(list, PERCENT_DECIMALS, RoundingMode.HALF_UP));
  }

  /** What a discount leaves, as a part of one. */
  private static BigDecimal rest(BigDecimal percent) {
    return BigDecimal.ONE.subtract(percent.movePointLeft(2));
  }

  /**
   * @param objections what guards object
   */
  static Decision<Quote> send(Quote quote, When when, List<Reason> objections) {
    return step(
        quote, SEND, overdue(quote, when, objections), quote.decision().withSentAt(when.at()));
  }

  /**
   * @param objections what guards object
   */
  static Decision<Quote> accept(Quote quote, When when, List<Reason> objections) {
    return step(
        quote, ACCEPT, overdue(quote, when, objections), quote.decision().withDecidedAt(when.at()));
  }

  static Decision<Quote> reject(Quote quote, String reason, When when) {
    return step(
        quote, REJECT, List.of(), quote.decision().withDecidedAt(when.at()).withReason(reason));
  }

  static Decision<Quote> expire(Quote quote) {
    return step(quote, EXPIRE, List.of(), quote.decision());
  }

  static Decision<Quote> supersede(Quote quote) {
    return step(quote, SUPERSEDE, List.of(), quote.decision());
  }

  /** A moment and the tenant's date of it. */
  record When(Instant at, LocalDate on) {}

  private static List<Reason> overdue(Quote quote, When when, List<Reason> objections) {
    LocalDate last = quote.terms().validUntil();
    if (!when.on().isAfter(last)) {
      return objections;
    }
    List<Reason> against = new ArrayList<>();
    against.add(Reason.of(SalesReason.QUOTE_EXPIRED).with("date", last));
    against.addAll(objections);
    return against;
  }

  private static Decision<Quote> step(
      Quote quote, String trigger, List<Reason> more, QuoteDecision decision) {
    List<Reason> against = new ArrayList<>();
    Optional<QuoteStatus> next = TABLE.next(quote.status(), trigger);
    if (next.isEmpty()) {
      against.add(refusal(quote, trigger));
    }
    against.addAll(more);
    if (!against.isEmpty()) {
      return new Decision.Rejected<>(against);
    }
    Quote after = quote.withStatus(next.orElseThrow()).withDecision(decision);
    return Decision.accept(after, event(after));
  }

  private static QuoteChanged event(Quote quote) {
    QuoteHeading heading = quote.heading();
    return new QuoteChanged(
        quote.id(),
        heading.number(),
        heading.revision(),
        quote.status(),
        heading.opportunity(),
        heading.customer());
  }

  private static Reason refusal(Quote quote, String step) {
    return Reason.of(SalesReason.QUOTE_STEP)
        .with("status", quote.status())
        .with("step", step, word(step));
  }

  private static Label word(String step) {
    return switch (step) {
      case SUBMIT -> new Label("be submitted", "提交审批");
      case SEND_BACK -> new Label("be sent back", "退回");
      case APPROVE -> new Label("be approved", "批准");
      case SEND -> new Label("be sent", "发出");
      case ACCEPT -> new Label("be accepted", "接受");
      case REJECT -> new Label("be rejected", "拒绝");
      case EXPIRE -> new Label("expire", "过期");
      case SUPERSEDE -> new Label("be superseded", "改版");
      case CHANGE -> new Label("be changed", "修改");
      default -> throw new IllegalArgumentException(step);
    };
  }
}
