package io.crmkit.sales.pipeline;

import static io.crmkit.testkit.CrmAssertions.assertInvalid;
import static io.crmkit.testkit.CrmAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.sales.SalesReason;
import io.crmkit.api.sales.opportunity.Opportunities;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.OpportunityChange;
import io.crmkit.api.sales.pipeline.DefinePipeline;
import io.crmkit.api.sales.pipeline.MigratePipeline;
import io.crmkit.api.sales.pipeline.Pipeline;
import io.crmkit.api.sales.pipeline.PipelineDefinition;
import io.crmkit.api.sales.pipeline.PipelineId;
import io.crmkit.api.sales.pipeline.Pipelines;
import io.crmkit.api.sales.pipeline.Stage;
import io.crmkit.api.value.Label;
import io.crmkit.sales.SalesFixture;
import io.crmkit.testkit.Fingerprint;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.TestCrm;
import java.util.List;
import java.util.Map;

class PipelineContractTest {

  @OnEveryStorage
  void a_definition_comes_back_as_it_was_given(TestCrm crm) {
    Pipeline defined = crm.get(Pipelines.class).define(new DefinePipeline(SalesFixture.pipeline()));

    assertThat(crm.get(Pipelines.class).get(defined.id())).isEqualTo(defined);
    assertThat(crm.get(Pipelines.class).current("standard").orElseThrow().definition())
        .isEqualTo(SalesFixture.pipeline());
  }

  @OnEveryStorage
  void defining_the_same_again_adds_no_revision(TestCrm crm) {
    Pipelines pipelines = crm.get(Pipelines.class);
    Pipeline first = pipelines.define(new DefinePipeline(SalesFixture.pipeline()));

    Pipeline again = pipelines.define(new DefinePipeline(SalesFixture.pipeline()));

    assertThat(again).isEqualTo(first);
  }

  @OnEveryStorage
  void a_changed_definition_is_the_next_revision(TestCrm crm) {
    Pipelines pipelines = crm.get(Pipelines.class);
    pipelines.define(new DefinePipeline(SalesFixture.pipeline()));

    pipelines.define(new DefinePipeline(SalesFixture.openPipeline()));
    pipelines.define(new DefinePipeline(SalesFixture.pipeline().withCode("projects")));

    assertThat(pipelines.all().stream().map(p -> p.code() + p.revision()))
        .containsExactly("projects1", "standard2");
  }

  @OnEveryStorage
  void revisions_defined_at_once_follow_one_another(TestCrm crm) {
    Race<Pipeline> race =
        Race.of(
            3,
            i ->
                crm.get(Pipelines.class)
                    .define(
                        new DefinePipeline(SalesFixture.pipeline().withName(Label.same("n" + i)))));

    assertThat(race.lost()).isEmpty();
    assertThat(race.won().stream().map(Pipeline::revision)).containsExactlyInAnyOrder(1, 2, 3);
  }

  @OnEveryStorage
  void a_faulty_definition_changes_nothing(TestCrm crm) {
    Fingerprint before = crm.fingerprint();

    assertInvalid(
        () ->
            crm.get(Pipelines.class)
                .define(new DefinePipeline(SalesFixture.pipeline().withCode("No Code"))),
        "definition.code");

    assertThat(crm.fingerprint()).isEqualTo(before);
  }

  @OnEveryStorage
  void an_opportunity_stays_on_its_revision_until_it_is_migrated(TestCrm crm) {
    Opportunity opportunity = SalesFixture.opportunity(crm.session(), "Deal");
    PipelineId old = opportunity.progress().pipeline();
    Pipeline next =
        crm.get(Pipelines.class).define(new DefinePipeline(SalesFixture.openPipeline()));
    Opportunities opportunities = crm.get(Opportunities.class);

    PipelineId before = opportunities.get(opportunity.id()).progress().pipeline();
    int moved = opportunities.migrate(new MigratePipeline(old, next.id(), Map.of()));

    assertThat(before).isEqualTo(old);
    assertThat(moved).isEqualTo(1);
    assertThat(opportunities.get(opportunity.id()).progress().pipeline()).isEqualTo(next.id());
    assertThat(opportunities.migrate(new MigratePipeline(old, next.id(), Map.of()))).isZero();
  }

  @OnEveryStorage
  void migration_needs_an_open_counterpart_of_every_stage_in_use(TestCrm crm) {
    Opportunity opportunity = SalesFixture.opportunity(crm.session(), "Deal");
    PipelineId old = opportunity.progress().pipeline();
    PipelineDefinition shorter = shorter();
    Pipeline next = crm.get(Pipelines.class).define(new DefinePipeline(shorter));
    Opportunities opportunities = crm.get(Opportunities.class);

    assertRefused(
        () -> opportunities.migrate(new MigratePipeline(old, next.id(), Map.of())),
        SalesReason.MIGRATION_STAGE_UNKNOWN);
    opportunities.migrate(new MigratePipeline(old, next.id(), Map.of("prospecting", "talking")));

    assertThat(opportunities.get(opportunity.id()).progress().stage()).isEqualTo("talking");
    assertThat(opportunities.history(opportunity.id()).stream().map(OpportunityChange::kind))
        .containsExactly(OpportunityChange.Kind.OPENED, OpportunityChange.Kind.MIGRATED);
  }

  private static PipelineDefinition shorter() {
    Label label = Label.same("x");
    return SalesFixture.pipeline()
        .withStages(
            List.of(
                Stage.open("talking", label, 20).to("won", "lost"),
                Stage.won("won", label),
                Stage.lost("lost", label)));
  }
}
