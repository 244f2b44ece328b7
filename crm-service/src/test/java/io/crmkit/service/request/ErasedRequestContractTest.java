package io.crmkit.service.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.audit.AuditEntry;
import io.crmkit.api.service.request.RequestEvent;
import io.crmkit.api.service.request.RequestStep;
import io.crmkit.api.service.request.ServiceRequest;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.spi.work.Redaction;
import io.crmkit.service.Scene;
import io.crmkit.service.UnitBook;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.util.Set;
import java.util.stream.Collectors;

/** What was said while a request was worked on can be changed by nobody but an erasure. */
@WithSetup(UnitBook.class)
class ErasedRequestContractTest {

  @OnEveryStorage
  void the_log_of_a_request_loses_a_name_and_keeps_what_happened(TestCrm crm) {
    Scene scene = Scene.in(crm);
    ServiceRequest opened = scene.requests().open(scene.aboutPart());
    ServiceRequest answered =
        scene.requests().respond(RequestStep.of(opened).saying("Erika Muster was told to restart"));

    Redaction.Done done =
        crm.redact(
            Redaction.of(EntityRef.of(ServiceRequest.ENTITY, opened.id()))
                .alsoOf(Set.of("Erika Muster")));

    ServiceRequest now = scene.requests().get(opened.id());
    assertThat(done.records()).isEqualTo(1);
    assertThat(crm.fingerprint().rows().toString()).doesNotContain("Erika");
    assertThat(now.version()).isEqualTo(answered.version() + 1);
    assertThat(now.state()).isEqualTo(answered.state());
    assertThat(now.log()).extracting(RequestEvent::kind).hasSameElementsAs(kinds(answered));
    assertThat(now.log().get(1).note()).isEqualTo(AuditEntry.ERASED_VALUE + " was told to restart");
    ServiceRequest assigned = scene.requests().resolve(RequestStep.of(now).saying("done"));
    assertThat(assigned.log()).hasSize(3);
  }

  private static Set<RequestEvent.Kind> kinds(ServiceRequest request) {
    return request.log().stream().map(RequestEvent::kind).collect(Collectors.toSet());
  }
}
