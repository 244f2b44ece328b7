package io.crmkit.service.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.access.Access;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.access.FieldAccess;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.document.MergeFieldSource;
import io.crmkit.api.field.CustomFields;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.field.Field;
import io.crmkit.api.field.FieldDeclaration;
import io.crmkit.api.field.SetCustomValues;
import io.crmkit.api.field.SingleField;
import io.crmkit.api.service.Priority;
import io.crmkit.api.service.contract.CoverageItem;
import io.crmkit.api.service.contract.ServiceContract;
import io.crmkit.api.service.request.RequestStatus;
import io.crmkit.api.service.request.RequestStep;
import io.crmkit.api.service.request.RequestSubject;
import io.crmkit.api.service.request.ServiceRequest;
import io.crmkit.api.service.request.ServiceRequestAttributes;
import io.crmkit.api.service.sla.ClockStatus;
import io.crmkit.api.service.sla.SlaClock;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Label;
import io.crmkit.service.Scene;
import io.crmkit.service.UnitBook;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.util.List;
import java.util.Map;

/** What documents about a service request can say. */
@WithSetup(UnitBook.class)
class RequestMergeFieldsContractTest {

  private static final SingleField<String> SHIFT = Field.text("shift");

  private static Map<String, Object> fields(TestCrm crm, ServiceRequest request) {
    return new RequestMergeFields().fields(crm.session(), request.ref());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> request(TestCrm crm, ServiceRequest request) {
    return (Map<String, Object>) fields(crm, request).get("request");
  }

  @OnEveryStorage
  void a_document_about_a_request_knows_what_was_reported_and_by_whom(TestCrm crm) {
    Scene scene = Scene.in(crm);
    CustomerId caller =
        crm.get(Customers.class).register(RegisterCustomer.person(CustomerName.of("Li Wei"))).id();
    ServiceRequest request =
        scene
            .requests()
            .open(
                scene.about(
                    RequestSubject.about(scene.customer, scene.part).calledBy(caller).at("Annex")));

    Map<String, Object> fields = fields(crm, request);

    assertThat(fields).containsOnlyKeys("request", "customer");
    assertThat((Map<?, ?>) fields.get("customer")).extracting("name").isEqualTo("Hospital");
    assertThat(request(crm, request))
        .containsEntry("number", "SR-000001")
        .containsEntry("title", "Pump leaks 漏水")
        .containsEntry("description", "since this morning")
        .containsEntry("status", RequestStatus.NEW.label())
        .containsEntry("priority", Priority.HIGH.label())
        .containsEntry("asset", "part 3")
        .containsEntry("site", "Annex")
        .containsEntry("caller", "Li Wei")
        .containsEntry("reportedAt", Scene.at("12 11:00"))
        .containsEntry("reportedAtTime", "11:00")
        .containsEntry("promises", List.of())
        .doesNotContainKeys("contract", "level", "respondBy", "resolution", "waiting");
  }

  @OnEveryStorage
  void it_says_until_when_what_is_promised_and_what_became_of_it(TestCrm crm) {
    Scene scene = Scene.in(crm);
    ServiceContract contract = scene.active(CoverageItem.assetAndBelow(scene.system));
    ServiceRequest opened = scene.opened();
    crm.clock().set(Scene.at("12 11:30"));
    ServiceRequest answered = scene.requests().respond(RequestStep.of(opened));

    assertThat(request(crm, answered))
        .containsEntry("contract", contract.number())
        .containsEntry("level", "Gold")
        .containsEntry("respondBy", Scene.at("12 14:30"))
        .containsEntry("respondByTime", "14:30")
        .containsEntry("respondedAt", Scene.at("12 11:30"))
        .containsEntry("respondedAtTime", "11:30")
        .containsEntry("resolveBy", Scene.at("13 11:30"))
        .containsEntry("resolveByTime", "11:30");
    assertThat((List<?>) request(crm, answered).get("promises"))
        .hasSize(2)
        .first()
        .isEqualTo(
            Map.of(
                "clock",
                SlaClock.RESPONSE.label(),
                "within",
                new Label("2 hours", "2 小时"),
                "counted",
                new Label("in working hours", "工作时间内"),
                "status",
                ClockStatus.MET.label(),
                "deadline",
                Scene.at("12 14:30"),
                "deadlineTime",
                "14:30",
                "stoppedAt",
                Scene.at("12 11:30"),
                "stoppedAtTime",
                "11:30"));
  }

  @OnEveryStorage
  void the_resolution_is_told_as_long_as_it_holds(TestCrm crm) {
    Scene scene = Scene.in(crm);
    ServiceRequest opened = scene.opened();
    crm.clock().set(Scene.at("12 15:00"));

    ServiceRequest first =
        scene.requests().resolve(RequestStep.of(opened).saying("tightened the seal"));
    Map<String, Object> resolved = request(crm, first);
    ServiceRequest again = scene.requests().reopen(RequestStep.of(first));
    Map<String, Object> reopened = request(crm, again);
    ServiceRequest second =
        scene.requests().resolve(RequestStep.of(again).saying("replaced the pump"));
    ServiceRequest closed = scene.requests().close(RequestStep.of(second));

    assertThat(resolved)
        .containsEntry("resolution", "tightened the seal")
        .containsEntry("resolvedAtTime", "15:00");
    assertThat(reopened).doesNotContainKeys("resolution", "resolvedAt");
    assertThat(request(crm, closed)).containsEntry("resolution", "replaced the pump");
  }

  @OnEveryStorage
  void it_has_the_custom_fields_of_the_request(TestCrm crm) {
    ServiceRequest request = withShift(crm, Scene.in(crm).opened());

    assertThat(request(crm, request)).containsEntry("custom", Map.of("shift", "night"));
  }

  @OnEveryStorage
  void what_is_not_there_for_the_caller_is_not_told(TestCrm crm) {
    Scene scene = Scene.in(crm);
    scene.active(CoverageItem.assetAndBelow(scene.system));
    ServiceRequest request = scene.opened();
    ServiceRequest other = scene.requests().open(scene.about(RequestSubject.of(scene.customer)));
    crm.policy(
        question ->
            question.entity() == ServiceContract.class || question.entity() == Customer.class
                ? Access.deny("not for the desk")
                : question.entity() == ServiceRequest.class
                    ? Access.only(ServiceRequestAttributes.NUMBER.eq(request.number()))
                    : Access.allow());

    assertThat(fields(crm, other)).isEmpty();
    assertThat(fields(crm, request)).containsOnlyKeys("request");
    assertThat(request(crm, request))
        .containsEntry("level", "Gold")
        .containsKey("respondBy")
        .doesNotContainKey("contract");
  }

  @OnEveryStorage
  void fields_that_the_caller_does_not_see_are_not_told(TestCrm crm) {
    Scene scene = Scene.in(crm);
    ServiceRequest request =
        withShift(
            crm, scene.requests().resolve(RequestStep.of(scene.opened()).saying("a new seal")));
    crm.policy(
        AccessPolicy.allowAll()
            .withFields(
                (tenant, actor, type) ->
                    type == ServiceRequest.class
                        ? FieldAccess.none()
                            .masking(0, "report.title", "report.description", "log.note")
                            .hiding("subject.asset", "custom.shift")
                        : FieldAccess.none()));

    Map<String, Object> told = request(crm, request);

    assertThat(told).doesNotContainKey("asset").containsEntry("custom", Map.of());
    assertThat(told.toString()).doesNotContain("Pump", "morning", "seal", "night");
  }

  @OnEveryStorage
  void of_other_records_and_unknown_requests_nothing_is_said(TestCrm crm) {
    Scene scene = Scene.in(crm);
    MergeFieldSource source = new RequestMergeFields();

    assertThat(source.fields(crm.session(), EntityRef.of(Customer.ENTITY, scene.customer)))
        .isEmpty();
    assertThat(source.fields(crm.session(), new EntityRef(ServiceRequest.ENTITY, crm.newId())))
        .isEmpty();
  }

  private static ServiceRequest withShift(TestCrm crm, ServiceRequest request) {
    crm.get(CustomFields.class).declare(FieldDeclaration.of(ServiceRequest.class, SHIFT));
    return crm.get(CustomFields.class)
        .set(
            new SetCustomValues<>(
                ServiceRequest.class,
                request.id(),
                request.version(),
                CustomValues.of(SHIFT, "night")));
  }
}
