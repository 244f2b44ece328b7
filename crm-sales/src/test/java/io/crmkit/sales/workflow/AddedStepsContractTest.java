package io.crmkit.sales.workflow;

import static io.crmkit.testkit.CrmAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crmkit.api.CrmSession;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.error.ModuleFailure;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.ReasonCode;
import io.crmkit.api.error.Refused;
import io.crmkit.api.extension.Action;
import io.crmkit.api.extension.Guard;
import io.crmkit.api.module.ModuleInfo;
import io.crmkit.api.module.Modules;
import io.crmkit.api.sales.SalesReason;
import io.crmkit.api.sales.opportunity.AdvanceOpportunity;
import io.crmkit.api.sales.opportunity.OpenOpportunity;
import io.crmkit.api.sales.opportunity.Opportunities;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.OpportunityEntered;
import io.crmkit.api.sales.opportunity.WinOpportunity;
import io.crmkit.api.sales.pipeline.DefinePipeline;
import io.crmkit.api.sales.pipeline.PipelineDefinition;
import io.crmkit.api.sales.pipeline.Pipelines;
import io.crmkit.api.sales.pipeline.StageAction;
import io.crmkit.api.sales.quote.LineInput;
import io.crmkit.api.sales.quote.Quote;
import io.crmkit.api.sales.quote.QuoteMove;
import io.crmkit.api.sales.quote.QuoteStatus;
import io.crmkit.api.sales.quote.QuoteStep;
import io.crmkit.api.sales.quote.Quotes;
import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.core.spi.module.ModuleRegistrar;
import io.crmkit.sales.SalesFixture;
import io.crmkit.testkit.CrmSetup;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What another module adds to pipelines and quotes. */
@WithSetup(AddedStepsContractTest.WithAccounting.class)
class AddedStepsContractTest {

  enum AccountingReason implements ReasonCode {
    DISCOUNT_TOO_HIGH(
        "accounting.discount-too-high", "More than {percent} percent", "折扣超过 {percent}%");

    private final String code;
    private final String english;
    private final String chinese;

    AccountingReason(String code, String english, String chinese) {
      this.code = code;
      this.english = english;
      this.chinese = chinese;
    }

    @Override
    public String code() {
      return code;
    }

    @Override
    public String english() {
      return english;
    }

    @Override
    public String chinese() {
      return chinese;
    }
  }

  /** Accepts no quote with a discount of more than three percent. */
  static final class Careful implements Guard<QuoteMove> {
    @Override
    public List<Reason> check(CrmSession session, QuoteMove move, Map<String, String> parameters) {
      boolean fine =
          move.to() != QuoteStatus.ACCEPTED || move.discountPercent().intValueExact() <= 3;
      return fine
          ? List.of()
          : List.of(Reason.of(AccountingReason.DISCOUNT_TOO_HIGH).with("percent", 3));
    }
  }

  /** Keeps accounts of won deals: a customer named after the deal. */
  static final class OpensAccount implements Action<OpportunityEntered> {
    @Override
    public void run(CrmSession session, OpportunityEntered entered, Map<String, String> given) {
      String prefix = given.getOrDefault("prefix", "");
      if (prefix.equals("broken")) {
        throw new IllegalStateException("the account book is closed");
      }
      session
          .get(Customers.class)
          .register(
              RegisterCustomer.organization(
                  CustomerName.of(
                      prefix + entered.opportunity().name() + " from " + entered.from())));
    }
  }

  record Accounting() implements CrmModule {
    @Override
    public ModuleInfo info() {
      return ModuleInfo.of("accounting", "1", "io.example:accounting").requiring("sales");
    }

    @Override
    public void register(ModuleRegistrar registrar) {
      registrar.reasons(AccountingReason.class);
      registrar.guard(QuoteMove.POINT, "accounting.careful", Careful.class);
      registrar.action(OpportunityEntered.POINT, "accounting.open-account", OpensAccount.class);
    }
  }

  /** Sales with a module that adds to it. */
  static final class WithAccounting implements CrmSetup {
    @Override
    public List<CrmModule> modules() {
      return List.of(new Accounting());
    }
  }

  private static Opportunity opened(CrmSession session, StageAction... actions) {
    PipelineDefinition definition = SalesFixture.openPipeline().doing(actions);
    session.get(Pipelines.class).define(new DefinePipeline(definition));
    return session
        .get(Opportunities.class)
        .open(OpenOpportunity.of("Deal", SalesFixture.customer(session, "Hospital")));
  }

  private static Opportunity engaged(CrmSession session, Opportunity opportunity) {
    return session
        .get(Opportunities.class)
        .advance(new AdvanceOpportunity(opportunity.id(), opportunity.version(), "engaging"));
  }

  private static List<String> names(CrmSession session) {
    return session
        .get(Customers.class)
        .search(Query.where(Criteria.<Customer>all()))
        .items()
        .stream()
        .map(customer -> customer.name().in(Locale.ENGLISH))
        .toList();
  }

  @OnEveryStorage
  void an_action_is_run_when_the_stage_is_entered(TestCrm crm) {
    CrmSession session = crm.session();
    Opportunity engaging =
        engaged(
            session,
            opened(
                session,
                StageAction.of("won", "accounting.open-account").with("prefix", "Account "),
                StageAction.of("prospecting", "accounting.open-account")));

    session.get(Opportunities.class).win(new WinOpportunity(engaging.id(), engaging.version()));

    assertThat(names(session))
        .containsExactlyInAnyOrder("Hospital", "Deal from null", "Account Deal from engaging");
  }

  @OnEveryStorage
  void an_action_that_fails_keeps_the_step_from_being_taken(TestCrm crm) {
    CrmSession session = crm.session();
    Opportunity opportunity =
        opened(
            session,
            StageAction.of("engaging", "accounting.open-account"),
            StageAction.of("engaging", "accounting.open-account").with("prefix", "broken"));

    assertThatThrownBy(() -> engaged(session, opportunity))
        .hasStackTraceContaining("the account book is closed")
        .isInstanceOfSatisfying(
            ModuleFailure.class, failure -> assertThat(failure.module()).isEqualTo("accounting"));

    assertThat(session.get(Opportunities.class).get(opportunity.id())).isEqualTo(opportunity);
    assertThat(names(session)).containsExactly("Hospital");
  }

  @OnEveryStorage
  void an_action_that_nobody_provides_is_one_of_the_reasons_against(TestCrm crm) {
    CrmSession session = crm.session();
    PipelineDefinition definition =
        SalesFixture.pipeline()
            .doing(
                StageAction.of("offer", "nobody.knows"),
                StageAction.of("offer", "accounting.open-account"));
    session.get(Pipelines.class).define(new DefinePipeline(definition));
    Opportunity opportunity =
        engaged(
            session,
            session
                .get(Opportunities.class)
                .open(OpenOpportunity.of("Deal", SalesFixture.customer(session, "Hospital"))));
    crm.get(Modules.class).switchOff("accounting");

    Refused refused =
        catchThrowableOfType(
            Refused.class,
            () ->
                session
                    .get(Opportunities.class)
                    .advance(
                        new AdvanceOpportunity(opportunity.id(), opportunity.version(), "offer")));

    assertThat(refused.reasons())
        .extracting(reason -> reason.code().code())
        .contains(
            SalesReason.FIELD_REQUIRED.code(),
            SalesReason.AMOUNT_MISSING.code(),
            "kernel.unknown-action")
        .filteredOn("kernel.unknown-action"::equals)
        .hasSize(2);
  }

  @OnEveryStorage
  void an_action_at_a_stage_that_is_not_there_is_refused_with_its_path(TestCrm crm) {
    PipelineDefinition definition =
        SalesFixture.pipeline().doing(StageAction.of("nowhere", "accounting.open-account"));

    assertThatThrownBy(() -> crm.get(Pipelines.class).define(new DefinePipeline(definition)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("definition.actions[0].stage");
  }

  @OnEveryStorage
  void a_guard_of_quotes_is_asked_besides_the_levels_of_approval(TestCrm crm) {
    CrmSession session = crm.session();
    Quotes quotes = session.get(Quotes.class);
    Opportunity opportunity = SalesFixture.freeOpportunity(session, "Deal");
    Quote quote =
        SalesFixture.quote(session, opportunity, LineInput.of("SRV-1", 1).discounted("4"));
    Quote sent = quotes.send(QuoteStep.of(quotes.approve(QuoteStep.of(quote))));

    assertRefused(() -> quotes.accept(QuoteStep.of(sent)), AccountingReason.DISCOUNT_TOO_HIGH);
    assertThat(quotes.get(sent.id())).isEqualTo(sent);

    crm.get(Modules.class).switchOff("accounting");
    assertThat(quotes.accept(QuoteStep.of(sent)).status()).isEqualTo(QuoteStatus.ACCEPTED);
  }
}
