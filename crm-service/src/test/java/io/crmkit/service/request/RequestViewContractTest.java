package io.crmkit.service.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.service.request.RequestStep;
import io.crmkit.api.service.request.ServiceRequest;
import io.crmkit.api.view.TimelineEntry;
import io.crmkit.api.view.TimelineSource;
import io.crmkit.api.view.ViewSection;
import io.crmkit.service.Scene;
import io.crmkit.service.UnitBook;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.time.Duration;
import java.util.List;

@WithSetup(UnitBook.class)
class RequestViewContractTest {

  @OnEveryStorage
  void the_timeline_tells_what_happened_within_the_span_latest_first(TestCrm crm) {
    Scene scene = Scene.in(crm);
    ServiceRequest request = scene.opened();
    crm.clock().advance(Duration.ofHours(1));
    request = scene.requests().respond(RequestStep.of(request));
    crm.clock().advance(Duration.ofHours(1));
    scene.requests().resolve(RequestStep.of(request));

    List<TimelineEntry> entries = timeline(scene, 10);

    assertThat(entries)
        .extracting(TimelineEntry::kind)
        .containsExactly("request-responded", "request-opened");
    assertThat(entries.get(1).subject()).isEqualTo(request.ref());
    assertThat(entries.get(1).text().en()).isEqualTo("Request SR-000001 opened: Pump leaks 漏水");
    assertThat(timeline(scene, 1))
        .extracting(TimelineEntry::kind)
        .containsExactly("request-responded");
  }

  @OnEveryStorage
  void the_view_shows_what_is_open(TestCrm crm) {
    Scene scene = Scene.in(crm);
    ServiceRequest open = scene.opened();
    ServiceRequest done = scene.opened();
    scene.requests().resolve(RequestStep.of(done));

    List<ViewSection> sections = new RequestView().sections(crm.session(), scene.customer);

    assertThat(sections).hasSize(1);
    assertThat(sections.get(0).lines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.subject()).isEqualTo(open.ref());
              assertThat(line.text().en()).isEqualTo("SR-000001 Pump leaks 漏水 (new, high)");
              assertThat(line.text().zh()).isEqualTo("SR-000001 Pump leaks 漏水（新建，高）");
            });
  }

  private static List<TimelineEntry> timeline(Scene scene, int limit) {
    return new RequestTimeline()
        .timeline(
            scene.session(),
            new TimelineSource.Span(
                scene.customer, Scene.at("12 11:00"), Scene.at("12 13:00"), limit));
  }
}
