package io.crmkit.sales.lead;

import io.crmkit.api.error.Reason;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.sales.SalesReason;
import io.crmkit.api.sales.lead.AmendLead;
import io.crmkit.api.sales.lead.CaptureLead;
import io.crmkit.api.sales.lead.ConvertLead;
import io.crmkit.api.sales.lead.Lead;
import io.crmkit.api.sales.lead.LeadCaptured;
import io.crmkit.api.sales.lead.LeadConversion;
import io.crmkit.api.sales.lead.LeadConverted;
import io.crmkit.api.sales.lead.LeadForm;
import io.crmkit.api.sales.lead.LeadId;
import io.crmkit.api.sales.lead.LeadJudged;
import io.crmkit.api.sales.lead.LeadNeed;
import io.crmkit.api.sales.lead.LeadOrigin;
import io.crmkit.api.sales.lead.LeadState;
import io.crmkit.api.sales.lead.LeadStatus;
import io.crmkit.api.sales.lead.Prospect;
import io.crmkit.api.sales.lead.ScoreLead;
import io.crmkit.api.value.Label;
import io.crmkit.core.spi.rule.Decision;
import io.crmkit.core.spi.rule.StateTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What may happen to a lead. A lead is judged, perhaps more than once, and in the end converted;
 * what was filled in never changes.
 */
public final class LeadRules {

  static final String QUALIFY = "qualify";
  static final String DISQUALIFY = "disqualify";
  static final String REVIVE = "revive";
  static final String CONVERT = "convert";
  static final String AMEND = "amend";
  private static final String ASSIGN = "assign";
  private static final String SCORE = "score";

  /** The life of a lead. */
  public static final StateTable<LeadStatus> TABLE =
      StateTable.startingAt(LeadStatus.NEW)
          .on(QUALIFY)
          .from(LeadStatus.NEW)
          .to(LeadStatus.QUALIFIED)
          .on(DISQUALIFY)
          .from(LeadStatus.NEW, LeadStatus.QUALIFIED)
          .to(LeadStatus.DISQUALIFIED)
          .on(REVIVE)
          .from(LeadStatus.DISQUALIFIED)
          .to(LeadStatus.NEW)
          .on(CONVERT)
          .from(LeadStatus.QUALIFIED)
          .to(LeadStatus.CONVERTED)
          .build();

  private LeadRules() {}

  static Decision<Lead> capture(LeadId id, CaptureLead command, Instant at) {
    LeadForm form = command.form();
    Lead lead =
        new Lead(
            id,
            0,
            new LeadOrigin(
                command.channel(), command.source(), command.externalKey(), command.campaign(), at),
            form,
            form.prospect(),
            form.need(),
            new LeadState(TABLE.start(), completeness(form), command.owner(), null),
            LeadConversion.none(),
            CustomValues.none());
    return Decision.accept(
        lead, new LeadCaptured(id, command.channel(), command.source(), command.owner()));
  }

  /**
   * A first score, for how much is known: a lead with a budget and a way to be reached is worth a
   * call sooner than a bare name. Points: organization 15, person 10, job title 10, e-mail 15,
   * phone 15, topic or description 10, product 5, budget 15, date 5; together 100.
   */
  static int completeness(LeadForm form) {
    Prospect prospect = form.prospect();
    LeadNeed need = form.need();
    return points(prospect.organization(), 15)
        + points(prospect.person(), 10)
        + points(prospect.jobTitle(), 10)
        + points(prospect.email(), 15)
        + points(prospect.phone(), 15)
        + points(need.topic() != null ? need.topic() : need.description(), 10)
        + points(need.product(), 5)
        + points(need.budget(), 15)
        + points(need.neededBy(), 5);
  }

  static Decision<Lead> amend(Lead lead, AmendLead command) {
    return Decision.unless(
        unlessConverted(lead, AMEND),
        () -> Decision.accept(lead.withProspect(command.prospect()).withNeed(command.need())));
  }

  static Decision<Lead> assign(Lead lead, String owner) {
    return Decision.unless(
        unlessConverted(lead, ASSIGN),
        () -> Decision.accept(lead.withState(lead.state().withOwner(owner))));
  }

  static Decision<Lead> score(Lead lead, ScoreLead command) {
    LeadState scored = lead.state().withScore(command.score()).withReason(command.why());
    return Decision.unless(
        unlessConverted(lead, SCORE), () -> Decision.accept(lead.withState(scored)));
  }

  /** Qualifies, disqualifies or revives. */
  static Decision<Lead> judge(Lead lead, String step, String why) {
    Optional<LeadStatus> next = TABLE.next(lead.state().status(), step);
    if (next.isEmpty()) {
      return Decision.reject(refusal(lead, step));
    }
    LeadState judged = lead.state().withStatus(next.get()).withReason(why);
    return Decision.accept(lead.withState(judged), new LeadJudged(lead.id(), next.get(), why));
  }

  /** Every reason against converting; empty if nothing is against it. */
  static List<Reason> againstConverting(Lead lead, ConvertLead command) {
    List<Reason> against = new ArrayList<>();
    if (TABLE.next(lead.state().status(), CONVERT).isEmpty()) {
      against.add(refusal(lead, CONVERT));
    }
    Prospect prospect = lead.prospect();
    if (command.customer() == null
        && prospect.organization() == null
        && prospect.person() == null) {
      against.add(Reason.of(SalesReason.LEAD_WITHOUT_NAME));
    }
    return against;
  }

  static Decision<Lead> converted(Lead lead, LeadConversion became) {
    LeadState state = lead.state().withStatus(LeadStatus.CONVERTED);
    return Decision.accept(
        lead.withState(state).withConversion(became),
        new LeadConverted(
            lead.id(),
            Objects.requireNonNull(became.customer()),
            became.contact(),
            Objects.requireNonNull(became.opportunity())));
  }

  private static List<Reason> unlessConverted(Lead lead, String step) {
    return lead.state().status() == LeadStatus.CONVERTED ? List.of(refusal(lead, step)) : List.of();
  }

  private static Reason refusal(Lead lead, String step) {
    return Reason.of(SalesReason.LEAD_STEP)
        .with("status", lead.state().status())
        .with("step", step, word(step));
  }

  private static Label word(String step) {
    return switch (step) {
      case QUALIFY -> new Label("be qualified", "确认有效");
      case DISQUALIFY -> new Label("be disqualified", "判为无效");
      case REVIVE -> new Label("be revived", "重新激活");
      case CONVERT -> new Label("be converted", "转化");
      case AMEND -> new Label("be amended", "修改");
      case ASSIGN -> new Label("be assigned", "分配");
      case SCORE -> new Label("be scored", "评分");
      default -> throw new IllegalArgumentException(step);
    };
  }

  private static int points(@Nullable Object known, int points) {
    return known == null ? 0 : points;
  }
}
