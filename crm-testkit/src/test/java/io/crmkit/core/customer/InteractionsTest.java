package io.crmkit.core.customer;

import static io.crmkit.testkit.CrmAssertions.assertInvalid;
import static io.crmkit.testkit.CrmAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerReason;
import io.crmkit.api.customer.contact.Contact;
import io.crmkit.api.customer.interaction.Content;
import io.crmkit.api.customer.interaction.Interaction;
import io.crmkit.api.customer.interaction.InteractionChannel;
import io.crmkit.api.customer.interaction.InteractionRecorded;
import io.crmkit.api.customer.interaction.Interactions;
import io.crmkit.api.customer.interaction.KeepPromise;
import io.crmkit.api.customer.interaction.Participant;
import io.crmkit.api.customer.interaction.Promise;
import io.crmkit.api.customer.interaction.PromiseKept;
import io.crmkit.api.customer.interaction.RecordInteraction;
import io.crmkit.api.error.NotFound;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.spi.work.Redaction;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

class InteractionsTest {

  private static final LocalDate FRIDAY = LocalDate.parse("2026-03-06");

  @OnEveryStorage
  void everything_said_of_an_interaction_is_kept(TestCrm crm) {
    People people = new People(crm);
    Customer hospital = people.organization("Hospital");
    Contact contact = people.contact(hospital, "Li Wei", null);
    EntityRef about = new EntityRef("sales.opportunity", crm.newId());

    Interaction recorded =
        crm.get(Interactions.class)
            .record(
                RecordInteraction.inbound(hospital.id(), InteractionChannel.VOICE_MAIL, "Offer?")
                    .withContent(new Content("Offer?", "line one\nline two\t€"))
                    .withAt(Instant.parse("2026-03-01T10:00:00.123456Z"))
                    .withAbout(about)
                    .withParticipants(
                        List.of(
                            Participant.contact(contact.id()),
                            Participant.person(contact.person()),
                            Participant.staff("lily"),
                            Participant.named(Participant.Side.THIRD_PARTY, "a consultant")))
                    .withPromises(List.of(Promise.ours("send the offer", FRIDAY))));

    assertThat(crm.get(Interactions.class).get(recorded.id())).isEqualTo(recorded);
    assertThat(recorded.about()).isEqualTo(about);
    assertThat(recorded.participants()).hasSize(4);
    assertThat(recorded.exchange().at()).isEqualTo(Instant.parse("2026-03-01T10:00:00.123456Z"));
    assertThat(crm.events(InteractionRecorded.class)).hasSize(1);
  }

  @OnEveryStorage
  void what_happened_when_the_session_says_so_is_kept_at_that_time(TestCrm crm) {
    Customer hospital = new People(crm).organization("Hospital");
    Instant yesterday = crm.session().now().minus(Duration.ofDays(1));

    Interaction recorded =
        crm.session()
            .occurredAt(yesterday)
            .get(Interactions.class)
            .record(RecordInteraction.outbound(hospital.id(), InteractionChannel.VISIT, "Visit"));

    assertThat(recorded.exchange().at()).isEqualTo(yesterday);
  }

  @OnEveryStorage
  void the_latest_comes_first_in_whatever_order_they_were_written_down(TestCrm crm) {
    Customer hospital = new People(crm).organization("Hospital");
    Interactions interactions = crm.get(Interactions.class);
    for (int hour : new int[] {9, 15, 12}) {
      interactions.record(
          RecordInteraction.inbound(hospital.id(), InteractionChannel.EMAIL, "at " + hour)
              .withAt(Instant.parse("2026-03-01T00:00:00Z").plus(Duration.ofHours(hour))));
    }

    assertThat(interactions.latest(hospital.id(), 2))
        .extracting(i -> i.content().subject())
        .containsExactly("at 15", "at 12");
  }

  @OnEveryStorage
  void the_latest_interaction_with_each_contact_is_told(TestCrm crm) {
    People people = new People(crm);
    Customer hospital = people.organization("Hospital");
    Contact one = people.contact(hospital, "One", null);
    Contact two = people.contact(hospital, "Two", null);
    Interactions interactions = crm.get(Interactions.class);
    RecordInteraction call =
        RecordInteraction.inbound(hospital.id(), InteractionChannel.PHONE, "call")
            .withParticipants(List.of(Participant.contact(one.id())));
    interactions.record(call.withAt(Instant.parse("2026-03-01T10:00:00Z")));
    Interaction later = interactions.record(call.withAt(Instant.parse("2026-03-02T10:00:00Z")));

    assertThat(interactions.latestWith(List.of(one.id(), two.id())))
        .containsOnlyKeys(one.id())
        .containsEntry(one.id(), later);
  }

  @OnEveryStorage
  void open_promises_that_are_due_are_found_until_they_are_kept(TestCrm crm) {
    Customer hospital = new People(crm).organization("Hospital");
    Interactions interactions = crm.get(Interactions.class);
    Interaction made =
        interactions.record(
            RecordInteraction.outbound(hospital.id(), InteractionChannel.PHONE, "call")
                .withPromises(
                    List.of(
                        Promise.theirs("send figures", FRIDAY.plusDays(30)),
                        Promise.ours("send the offer", FRIDAY))));

    assertThat(interactions.withPromisesDueBefore(FRIDAY)).isEmpty();
    assertThat(interactions.withPromisesDueBefore(FRIDAY.plusDays(1))).containsExactly(made);

    Interaction kept = interactions.keepPromise(new KeepPromise(made.id(), made.version(), 1));

    assertThat(kept.promises().get(1).keptAt()).isEqualTo(crm.session().now());
    assertThat(kept.promises().get(0).isOpen()).isTrue();
    assertThat(interactions.get(made.id())).isEqualTo(kept);
    assertThat(interactions.withPromisesDueBefore(FRIDAY.plusDays(1))).isEmpty();
    assertThat(crm.events(PromiseKept.class))
        .containsExactly(new PromiseKept(made.id(), hospital.id(), 1));
    assertRefused(
        () -> interactions.keepPromise(new KeepPromise(kept.id(), kept.version(), 1)),
        CustomerReason.PROMISE_KEPT_ALREADY);
    assertRefused(
        () -> interactions.keepPromise(new KeepPromise(kept.id(), kept.version(), 2)),
        CustomerReason.NO_SUCH_PROMISE);
  }

  @OnEveryStorage
  void whoever_took_part_must_exist(TestCrm crm) {
    Customer hospital = new People(crm).organization("Hospital");

    assertThatThrownBy(
            () ->
                crm.get(Interactions.class)
                    .record(
                        RecordInteraction.inbound(hospital.id(), InteractionChannel.CHAT, "hello")
                            .withParticipants(
                                List.of(Participant.contact(new ContactId(crm.newId()))))))
        .isInstanceOf(NotFound.class);
  }

  @OnEveryStorage
  void faults_are_told_together(TestCrm crm) {
    Customer hospital = new People(crm).organization("Hospital");

    assertInvalid(
        () ->
            crm.get(Interactions.class)
                .record(
                    RecordInteraction.inbound(hospital.id(), InteractionChannel.CHAT, "\u0000")
                        .withAt(Instant.MAX)
                        .withParticipants(List.of(Participant.named(Participant.Side.US, " ")))
                        .withPromises(
                            List.of(new Promise(Promise.By.US, "", LocalDate.MAX, Instant.EPOCH)))),
        "at",
        "content.subject",
        "participants[0]",
        "promises[0].text",
        "promises[0].due",
        "promises[0].keptAt");
  }

  @OnEveryStorage
  void whoever_is_forgotten_is_named_in_no_interaction(TestCrm crm) {
    People people = new People(crm);
    Customer hospital = people.organization("Hospital");
    Interaction recorded =
        crm.get(Interactions.class)
            .record(
                RecordInteraction.inbound(hospital.id(), InteractionChannel.VOICE_MAIL, "Offer?")
                    .withContent(new Content("Erika Muster asks", "says Erika Muster"))
                    .withParticipants(
                        List.of(Participant.named(Participant.Side.CUSTOMER, "Erika Muster")))
                    .withPromises(List.of(Promise.ours("call Erika Muster", FRIDAY))));

    Redaction.Done done = crm.redact(Redaction.of(hospital.ref()).alsoOf(Set.of("Erika Muster")));

    Interaction now = crm.get(Interactions.class).get(recorded.id());
    assertThat(done.records()).isEqualTo(1);
    assertThat(crm.fingerprint().rows().toString()).doesNotContain("Erika");
    assertThat(now.content()).isEqualTo(new Content("[erased] asks", "says [erased]"));
    assertThat(now.exchange()).isEqualTo(recorded.exchange());
    assertThat(now.promises()).containsExactly(Promise.ours("call [erased]", FRIDAY));
  }
}
