package io.crmkit.service.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.CrmSession;
import io.crmkit.api.access.Access;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.access.FieldAccess;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.document.MergeFieldSource;
import io.crmkit.api.field.CustomFields;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.field.Field;
import io.crmkit.api.field.FieldDeclaration;
import io.crmkit.api.field.SetCustomValues;
import io.crmkit.api.field.SingleField;
import io.crmkit.api.service.Priority;
import io.crmkit.api.service.contract.ContractStep;
import io.crmkit.api.service.contract.ContractTerms;
import io.crmkit.api.service.contract.CoverageItem;
import io.crmkit.api.service.contract.DraftServiceContract;
import io.crmkit.api.service.contract.RenewServiceContract;
import io.crmkit.api.service.contract.ServiceContract;
import io.crmkit.api.service.contract.ServiceContractAttributes;
import io.crmkit.api.service.sla.DefineServiceLevel;
import io.crmkit.api.service.sla.ServiceLevel;
import io.crmkit.api.service.sla.ServiceLevelTerms;
import io.crmkit.api.service.sla.ServiceLevels;
import io.crmkit.api.service.sla.SlaClock;
import io.crmkit.api.service.sla.SlaTarget;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Label;
import io.crmkit.api.value.Money;
import io.crmkit.service.Scene;
import io.crmkit.service.UnitBook;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What documents about a service contract can say. */
@WithSetup(UnitBook.class)
class ContractMergeFieldsContractTest {

  private static final SingleField<String> REGION = Field.text("region");

  private static Map<String, Object> fields(CrmSession session, ServiceContract contract) {
    return new ContractMergeFields().fields(session, contract.ref());
  }

  private static Map<?, ?> contract(CrmSession session, ServiceContract contract) {
    return (Map<?, ?>) fields(session, contract).get("contract");
  }

  private static ServiceContract priced(Scene scene, CoverageItem... coverage) {
    return scene
        .contracts()
        .draft(
            DraftServiceContract.of(
                scene.customer, scene.year2026().at(Money.of("12000", "CNY")), List.of(coverage)));
  }

  @OnEveryStorage
  void a_document_about_a_contract_knows_its_term_price_and_customer(TestCrm crm) {
    Scene scene = Scene.in(crm);
    ServiceContract contract =
        scene.contracts().activate(ContractStep.of(priced(scene, CoverageItem.wholeCustomer())));

    Map<String, Object> fields = fields(crm.session(), contract);

    assertThat(fields).containsOnlyKeys("contract", "customer");
    assertThat(contract(crm.session(), contract))
        .extracting(
            f -> f.get("number"),
            f -> f.get("status"),
            f -> f.get("start"),
            f -> f.get("lastDay"),
            f -> f.get("price"),
            f -> f.get("level"))
        .containsExactly(
            contract.number(),
            new Label("in force", "生效"),
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 12, 31),
            Money.of("12000", "CNY"),
            "Gold");
    assertThat((Map<?, ?>) fields.get("customer")).extracting("name").isEqualTo("Hospital");
  }

  @OnEveryStorage
  void it_says_what_is_covered_and_what_is_promised(TestCrm crm) {
    Scene scene = Scene.in(crm);
    ServiceLevel round =
        crm.get(ServiceLevels.class)
            .define(
                new DefineServiceLevel(
                    "round",
                    "Round the clock",
                    ServiceLevelTerms.on("office")
                        .with(
                            new SlaTarget(
                                Priority.CRITICAL,
                                SlaClock.RESPONSE,
                                Duration.ofMinutes(61),
                                SlaTarget.Hours.ROUND_THE_CLOCK))));
    ServiceContract contract =
        scene.draft(
            CoverageItem.assetAndBelow(scene.system).at(round.id()).priced(Money.of("7", "CNY")),
            CoverageItem.site("Annex"));

    Map<?, ?> told = contract(crm.session(), contract);

    assertThat(told.get("coverage"))
        .isEqualTo(
            List.of(
                Map.of(
                    "scope",
                    new Label("one unit with its parts", "单台设备及其部件"),
                    "asset",
                    "system 1",
                    "level",
                    "Round the clock",
                    "price",
                    Money.of("7", "CNY")),
                Map.of("scope", new Label("all units at a site", "某站点的全部设备"), "site", "Annex")));
    List<?> promises = (List<?>) told.get("promises");
    assertThat(promises).hasSize(5);
    assertThat(promises.get(0))
        .isEqualTo(
            Map.of(
                "level",
                "Gold",
                "priority",
                Priority.HIGH.label(),
                "clock",
                SlaClock.RESPONSE.label(),
                "within",
                new Label("2 hours", "2 小时"),
                "counted",
                new Label("in working hours", "工作时间内")));
    assertThat(promises.get(4))
        .isEqualTo(
            Map.of(
                "level",
                "Round the clock",
                "priority",
                Priority.CRITICAL.label(),
                "clock",
                SlaClock.RESPONSE.label(),
                "within",
                new Label("1 hour 1 minute", "1 小时 1 分钟"),
                "counted",
                new Label("around the clock", "全天候")));
  }

  @OnEveryStorage
  void it_has_the_custom_fields_of_the_contract(TestCrm crm) {
    Scene scene = Scene.in(crm);
    crm.get(CustomFields.class).declare(FieldDeclaration.of(ServiceContract.class, REGION));
    ServiceContract contract = withRegion(crm, scene.draft(CoverageItem.wholeCustomer()));

    assertThat(contract(crm.session(), contract).get("custom")).isEqualTo(Map.of("region", "East"));
  }

  @OnEveryStorage
  void what_is_not_there_for_the_caller_is_not_told(TestCrm crm) {
    Scene scene = Scene.in(crm);
    ServiceContract hidden = scene.active(CoverageItem.wholeCustomer());
    ServiceContract renewal =
        scene
            .contracts()
            .renew(
                RenewServiceContract.seamless(
                    hidden.id(),
                    ContractTerms.of(
                        LocalDate.of(2027, 1, 1), LocalDate.of(2028, 1, 1), scene.gold.id())));
    assertThat(contract(crm.session(), renewal).get("renews")).isEqualTo(hidden.number());
    crm.policy(
        request ->
            request.entity() == ServiceContract.class
                ? Access.only(ServiceContractAttributes.NUMBER.eq(renewal.number()))
                : request.entity() == Customer.class
                    ? Access.deny("no customers")
                    : Access.allow());

    Map<String, Object> told = fields(crm.session(), renewal);

    assertThat(fields(crm.session(), hidden)).isEmpty();
    assertThat(told).containsOnlyKeys("contract");
    assertThat(((Map<?, ?>) told.get("contract")).containsKey("renews")).isFalse();
  }

  @OnEveryStorage
  void fields_that_the_caller_does_not_see_are_not_told(TestCrm crm) {
    Scene scene = Scene.in(crm);
    crm.get(CustomFields.class).declare(FieldDeclaration.of(ServiceContract.class, REGION));
    ServiceContract contract =
        withRegion(crm, priced(scene, CoverageItem.wholeCustomer().priced(Money.of("7", "CNY"))));
    crm.policy(
        AccessPolicy.allowAll()
            .withFields(
                (tenant, actor, type) ->
                    type == ServiceContract.class
                        ? FieldAccess.none()
                            .hiding("terms.price", "coverage.price", "custom.region")
                        : FieldAccess.none()));

    Map<?, ?> told = contract(crm.session(), contract);

    assertThat(told.get("number")).isEqualTo(contract.number());
    assertThat(told.get("price")).isNull();
    assertThat(told.get("custom")).isEqualTo(Map.of());
    assertThat((List<?>) told.get("coverage"))
        .singleElement()
        .isEqualTo(Map.of("scope", new Label("all that the customer has", "该客户的全部")));
  }

  @OnEveryStorage
  void of_other_records_and_unknown_contracts_nothing_is_said(TestCrm crm) {
    Scene scene = Scene.in(crm);
    MergeFieldSource source = new ContractMergeFields();

    assertThat(source.fields(crm.session(), EntityRef.of(Customer.ENTITY, scene.customer)))
        .isEmpty();
    assertThat(source.fields(crm.session(), new EntityRef(ServiceContract.ENTITY, crm.newId())))
        .isEmpty();
  }

  private static ServiceContract withRegion(TestCrm crm, ServiceContract contract) {
    return crm.get(CustomFields.class)
        .set(
            new SetCustomValues<>(
                ServiceContract.class,
                contract.id(),
                contract.version(),
                CustomValues.of(REGION, "East")));
  }
}
