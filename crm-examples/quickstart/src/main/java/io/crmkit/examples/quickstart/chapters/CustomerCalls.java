package io.crmkit.examples.quickstart.chapters;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.contact.Contact;
import io.crmkit.api.customer.contact.Contacts;
import io.crmkit.api.customer.interaction.InteractionChannel;
import io.crmkit.api.customer.interaction.Interactions;
import io.crmkit.api.customer.interaction.Participant;
import io.crmkit.api.customer.interaction.RecordInteraction;
import io.crmkit.api.customer.view.CustomerViews;
import io.crmkit.api.customer.view.ScreenPop;
import io.crmkit.api.error.Reason;
import io.crmkit.api.service.Impact;
import io.crmkit.api.service.Urgency;
import io.crmkit.api.service.WaitingReason;
import io.crmkit.api.service.entitlement.Candidate;
import io.crmkit.api.service.request.AssignRequest;
import io.crmkit.api.service.request.OpenRequest;
import io.crmkit.api.service.request.PauseRequest;
import io.crmkit.api.service.request.RequestReport;
import io.crmkit.api.service.request.RequestStep;
import io.crmkit.api.service.request.RequestSubject;
import io.crmkit.api.service.request.ServiceRequest;
import io.crmkit.api.service.request.ServiceRequests;
import io.crmkit.api.service.sla.ClockReading;
import io.crmkit.api.service.sla.ClockSegment;
import io.crmkit.api.service.sla.SlaClock;
import io.crmkit.api.value.Label;
import io.crmkit.api.view.ViewSection;
import io.crmkit.examples.quickstart.story.Role;
import io.crmkit.examples.quickstart.story.Tale;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Step 9: from the phone number to the view of everything, and through a request to its end. */
public final class CustomerCalls implements Chapter {

  /** A Friday; the Monday after it is a holiday. */
  private static final int FRIDAY = 88;

  @Override
  public Label title() {
    return new Label("The customer calls", "客户来电");
  }

  @Override
  public List<Class<?>> needs() {
    return List.of();
  }

  @Override
  public void tell(Tale tale) {
    tale.at(FRIDAY, "16:30");
    screenPop(tale);
    tale.find(ServiceRequests.class).ifPresent(requests -> request(tale, requests));
  }

  private void screenPop(Tale tale) {
    String number = "0086 (21) 6432-1288";
    ScreenPop pop = tale.get(CustomerViews.class).screenPop(number);
    tale.tell().say("The telephone shows {0}.", "电话显示 {0}。", number);
    for (ScreenPop.Match match : pop.matches()) {
      tale.tell()
          .say(
              "That is {0} of {1}. At one glance:",
              "来电者：{0}，{1}。一览：", match.caller().name(), match.view().customer().name());
      for (ViewSection section : match.view().sections()) {
        if (!section.lines().isEmpty()) {
          tale.tell().row(tale.text(section.title()) + ":");
          section.lines().forEach(line -> tale.tell().row("  " + tale.text(line.text())));
        }
      }
    }
  }

  private void request(Tale tale, ServiceRequests requests) {
    ServiceRequest opened = open(tale, requests);
    entitlement(tale, requests, opened);
    deadline(tale, requests, opened);
    ServiceRequest closed = toTheEnd(tale, requests, opened);
    used(tale, requests, closed);
  }

  private ServiceRequest open(Tale tale, ServiceRequests requests) {
    CustomerId customer = tale.cast().get(Role.CUSTOMER);
    Contact caller = tale.get(Contacts.class).get(tale.cast().get(Role.USER));
    String title = tale.text("No picture: tube does not heat up", "无图像：射线管不预热");
    tale.get(Interactions.class)
        .record(
            RecordInteraction.inbound(customer, InteractionChannel.PHONE, title)
                .withParticipants(List.of(Participant.contact(caller.id()))));
    RequestSubject subject =
        tale.cast()
            .find(Role.PART)
            .map(part -> RequestSubject.about(customer, part))
            .orElseGet(() -> RequestSubject.of(customer))
            .calledBy(caller.person());
    ServiceRequest opened =
        requests.open(
            new OpenRequest(
                subject,
                RequestReport.incident(title, tale.text("Since this noon.", "今天中午开始。")),
                Impact.SIGNIFICANT,
                Urgency.HIGH));
    tale.tell()
        .say(
            "Request {0} is opened on the part: \"{1}\", priority {2}.",
            "已就该部件开立请求 {0}：“{1}”，优先级{2}。",
            opened.number(),
            title,
            opened.state().triage().priority().label());
    return opened;
  }

  private void entitlement(Tale tale, ServiceRequests requests, ServiceRequest request) {
    tale.tell().say("What covers it?", "由什么覆盖？");
    for (Candidate candidate : requests.entitlement(request.id()).candidates()) {
      tale.tell()
          .item(
              "{0} {1}: {2}",
              "{0} {1}：{2}",
              kind(candidate.kind()),
              candidate.label(),
              outcome(candidate.outcome()));
      for (Reason reason : candidate.reasons()) {
        tale.tell().row("    " + tale.text(text(reason)));
      }
    }
  }

  private static Label text(Reason reason) {
    return new Label(reason.message(Locale.ENGLISH), reason.message(Locale.CHINESE));
  }

  private static Label kind(Candidate.Kind kind) {
    return kind == Candidate.Kind.CONTRACT
        ? new Label("contract", "合约")
        : new Label("warranty", "质保");
  }

  private static Label outcome(Candidate.Outcome outcome) {
    return switch (outcome) {
      case APPLIES -> new Label("applies", "适用");
      case COVERS_TOO -> new Label("covers it, too, but comes later", "也覆盖，但次序在后");
      case DOES_NOT_COVER -> new Label("does not cover it", "不覆盖");
    };
  }

  private void deadline(Tale tale, ServiceRequests requests, ServiceRequest request) {
    for (ClockReading reading : requests.clocks(request.id())) {
      if (reading.clock() == SlaClock.RESPONSE && reading.times().deadline() != null) {
        tale.tell()
            .say(
                "The answer is due by {0}, {1} of working time from now:",
                "须在 {0} 前响应，即从现在起{1}工作时间：", reading.times().deadline(), reading.target().budget());
        segments(tale, reading.ahead());
      }
    }
  }

  private void segments(Tale tale, List<ClockSegment> segments) {
    for (ClockSegment segment : segments) {
      Label detail = segment.detail();
      String more = tale.text(detail).isEmpty() ? "" : " (" + tale.text(detail) + ")";
      tale.tell()
          .item(
              "{0} to {1}: {2}{3}",
              "{0} 至 {1}：{2}{3}",
              segment.from(),
              segment.to(),
              segment.kind().label(),
              more
                  + (segment.counted() ? ", " + tale.tell().formats().show(segment.length()) : ""));
    }
  }

  /** Answered, paused, resolved, reopened, resolved again, closed. */
  private ServiceRequest toTheEnd(Tale tale, ServiceRequests requests, ServiceRequest opened) {
    List<String> path = new ArrayList<>();
    tale.at(FRIDAY, "16:40");
    RequestStep step = RequestStep.of(opened);
    ServiceRequest now = note(tale, path, requests.assign(new AssignRequest(step, "otto")));
    tale.at(FRIDAY, "16:45");
    now = note(tale, path, requests.start(RequestStep.of(now)));
    tale.at(FRIDAY, "17:10");
    now =
        requests.respond(
            RequestStep.of(now).saying(tale.text("Switch off, we come.", "请关机，我们上门。")));
    tale.at(FRIDAY + 4, "10:00");
    RequestStep ask = RequestStep.of(now).saying(tale.text("Which room, when?", "哪个房间，何时方便？"));
    now = note(tale, path, requests.pause(new PauseRequest(ask, WaitingReason.CUSTOMER)));
    tale.at(FRIDAY + 5, "14:00");
    now = note(tale, path, requests.resume(RequestStep.of(now)));
    tale.at(FRIDAY + 5, "17:00");
    RequestStep plug = RequestStep.of(now).saying(tale.text("Plug cleaned.", "清洁插头。"));
    now = note(tale, path, requests.resolve(plug));
    tale.at(FRIDAY + 6, "09:30");
    RequestStep back = RequestStep.of(now).saying(tale.text("It fails again.", "又坏了。"));
    now = note(tale, path, requests.reopen(back));
    tale.at(FRIDAY + 6, "11:00");
    RequestStep tube = RequestStep.of(now).saying(tale.text("Heating cable replaced.", "更换加热电缆。"));
    now = note(tale, path, requests.resolve(tube));
    tale.at(FRIDAY + 6, "16:00");
    now = note(tale, path, requests.close(RequestStep.of(now)));
    tale.tell().say("Its way: {0}.", "处理过程：{0}。", String.join(" -> ", path));
    return now;
  }

  private static ServiceRequest note(Tale tale, List<String> path, ServiceRequest request) {
    path.add(tale.text(request.state().status().label()));
    return request;
  }

  private void used(Tale tale, ServiceRequests requests, ServiceRequest closed) {
    Instant now = tale.session().now();
    for (ClockReading reading : requests.clocks(closed.id(), now)) {
      tale.tell()
          .say(
              "Clock \"{0}\": {1}, {2} of {3} used.",
              "“{0}”时钟：{1}，已用 {2}，限 {3}。",
              reading.clock().label(),
              reading.status().label(),
              reading.used(),
              reading.target().budget());
      if (reading.clock() == SlaClock.RESOLUTION) {
        segments(tale, reading.elapsed());
      }
    }
  }
}
