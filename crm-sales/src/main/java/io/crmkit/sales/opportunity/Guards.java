package io.crmkit.sales.opportunity;

import io.crmkit.api.CrmSession;
import io.crmkit.api.error.Reason;
import io.crmkit.api.extension.Guard;
import io.crmkit.api.sales.SalesReason;
import io.crmkit.api.sales.opportunity.BuyingCentre;
import io.crmkit.api.sales.opportunity.BuyingCentres;
import io.crmkit.api.sales.opportunity.BuyingRole;
import io.crmkit.api.sales.opportunity.OpportunityMove;
import io.crmkit.api.value.Label;
import io.crmkit.api.value.Money;
import io.crmkit.sales.pipeline.GuardParameters;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The guards that sales itself brings. They read with the caller's eyes and change nothing. */
public final class Guards {

  private static final int DAYS = 30;
  private static final int INFLUENCE = 50;

  private Guards() {}

  /** {@link StandardGuards#AMOUNT_PRESENT}. */
  public static final class AmountPresent implements Guard<OpportunityMove> {
    @Inject
    AmountPresent() {}

    @Override
    public List<Reason> check(
        CrmSession session, OpportunityMove move, Map<String, String> parameters) {
      Money amount = move.opportunity().deal().amount();
      return unless(amount != null && amount.isPositive(), SalesReason.AMOUNT_MISSING);
    }
  }

  /** {@link StandardGuards#CLOSE_DATE_PRESENT}. */
  public static final class CloseDatePresent implements Guard<OpportunityMove> {
    @Inject
    CloseDatePresent() {}

    @Override
    public List<Reason> check(
        CrmSession session, OpportunityMove move, Map<String, String> parameters) {
      return unless(
          move.opportunity().deal().expectedClose() != null, SalesReason.CLOSE_DATE_MISSING);
    }
  }

  /** {@link StandardGuards#DECISION_MAKER_MET}. */
  public static final class DecisionMakerMet implements Guard<OpportunityMove> {
    @Inject
    DecisionMakerMet() {}

    @Override
    public List<Reason> check(
        CrmSession session, OpportunityMove move, Map<String, String> parameters) {
      int days = GuardParameters.number(parameters, "days", DAYS);
      BuyingCentre centre = centre(session, move);
      int known = centre.deciders().size();
      int unmet = centre.notMetSince(BuyingRole.DECISION_MAKER, since(move, days)).size();
      return unmet < known
          ? List.of()
          : List.of(Reason.of(SalesReason.DECISION_MAKER_NOT_MET).with("days", days));
    }
  }

  /** {@link StandardGuards#NO_OPPONENT_UNANSWERED}. */
  public static final class NoOpponentUnanswered implements Guard<OpportunityMove> {
    @Inject
    NoOpponentUnanswered() {}

    @Override
    public List<Reason> check(
        CrmSession session, OpportunityMove move, Map<String, String> parameters) {
      int days = GuardParameters.number(parameters, "days", DAYS);
      int influence = GuardParameters.number(parameters, "influence", INFLUENCE);
      int count = centre(session, move).unansweredOpponents(influence, since(move, days)).size();
      return count == 0
          ? List.of()
          : List.of(
              Reason.of(SalesReason.OPPONENT_UNANSWERED)
                  .with("count", count)
                  .with("influence", influence)
                  .with("days", days));
    }
  }

  /** {@link StandardGuards#ROLE_COVERED}. */
  public static final class RoleCovered implements Guard<OpportunityMove> {
    @Inject
    RoleCovered() {}

    @Override
    public List<Reason> check(
        CrmSession session, OpportunityMove move, Map<String, String> parameters) {
      String name = parameters.getOrDefault("role", "");
      boolean covered =
          centre(session, move).members().stream().anyMatch(m -> m.role().name().equals(name));
      return covered
          ? List.of()
          : List.of(Reason.of(SalesReason.ROLE_NOT_COVERED).with("role", name, word(name)));
    }

    private static Label word(String name) {
      return Arrays.stream(BuyingRole.values())
          .filter(role -> role.name().equals(name))
          .map(BuyingRole::label)
          .findFirst()
          .orElse(Label.same(name));
    }
  }

  private static BuyingCentre centre(CrmSession session, OpportunityMove move) {
    return session.get(BuyingCentres.class).of(move.opportunity().id());
  }

  private static Instant since(OpportunityMove move, int days) {
    return move.at().minus(Duration.ofDays(days));
  }

  private static List<Reason> unless(boolean holds, SalesReason reason) {
    return holds ? List.of() : List.of(Reason.of(reason));
  }
}
