package io.crmkit.core.customer.interaction;

import static io.crmkit.core.customer.common.Faults.clean;

import io.crmkit.api.customer.CustomerReason;
import io.crmkit.api.customer.interaction.Content;
import io.crmkit.api.customer.interaction.Exchange;
import io.crmkit.api.customer.interaction.Interaction;
import io.crmkit.api.customer.interaction.InteractionId;
import io.crmkit.api.customer.interaction.InteractionRecorded;
import io.crmkit.api.customer.interaction.KeepPromise;
import io.crmkit.api.customer.interaction.Participant;
import io.crmkit.api.customer.interaction.Promise;
import io.crmkit.api.customer.interaction.PromiseKept;
import io.crmkit.api.customer.interaction.RecordInteraction;
import io.crmkit.api.error.Reason;
import io.crmkit.core.customer.common.Faults;
import io.crmkit.core.spi.rule.Decision;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What interactions must be like, and what becomes of the promises made in them. */
final class InteractionRules {

  private InteractionRules() {}

  static void check(Faults faults, RecordInteraction command) {
    faults.moment("at", command.at());
    faults.required("content.subject", command.content().subject(), 300);
    faults.lines("content.body", command.content().body(), 100_000);
    if (command.about() != null) {
      faults.required("about.entity", command.about().entity(), 100);
    }
    faults.atMost("participants", command.participants(), 200);
    for (int i = 0; i < command.participants().size(); i++) {
      check(faults, "participants[" + i + "]", command.participants().get(i));
    }
    faults.atMost("promises", command.promises(), 100);
    for (int i = 0; i < command.promises().size(); i++) {
      Promise promise = command.promises().get(i);
      String path = "promises[" + i + "].";
      faults.required(path + "text", promise.text(), 500);
      faults.day(path + "due", promise.due());
      if (!promise.isOpen()) {
        faults.add(path + "keptAt", "must be open when it is made");
      }
    }
  }

  private static void check(Faults faults, String path, Participant participant) {
    faults.line(path + ".staff", participant.staff(), 128);
    faults.line(path + ".name", participant.name(), 200);
    boolean anybody =
        participant.contact() != null
            || participant.person() != null
            || clean(participant.staff()) != null
            || clean(participant.name()) != null;
    if (!anybody) {
      faults.add(path, "says nobody");
    }
  }

  static Decision<Interaction> happened(
      RecordInteraction command, InteractionId id, Instant occurredAt) {
    Instant at = Objects.requireNonNullElse(command.at(), occurredAt);
    Exchange exchange =
        new Exchange(command.channel(), command.direction(), at.truncatedTo(ChronoUnit.MICROS));
    Interaction interaction =
        new Interaction(
            id,
            0,
            command.customer(),
            exchange,
            new Content(command.content().subject().strip(), clean(command.content().body())),
            command.about(),
            command.participants().stream().map(InteractionRules::kept).toList(),
            command.promises().stream().map(p -> p.withText(p.text().strip())).toList());
    return Decision.accept(
        interaction, new InteractionRecorded(id, command.customer(), exchange, command.about()));
  }

  private static Participant kept(Participant participant) {
    return new Participant(
        participant.side(),
        participant.contact(),
        participant.person(),
        clean(participant.staff()),
        clean(participant.name()));
  }

  static Decision<Interaction> keep(Interaction before, KeepPromise command, Instant at) {
    int number = command.promise();
    if (number < 0 || number >= before.promises().size()) {
      return Decision.reject(Reason.of(CustomerReason.NO_SUCH_PROMISE).with("number", number));
    }
    Promise promise = before.promises().get(number);
    Instant kept = promise.keptAt();
    if (kept != null) {
      return Decision.reject(Reason.of(CustomerReason.PROMISE_KEPT_ALREADY).with("at", kept));
    }
    List<Promise> promises = new ArrayList<>(before.promises());
    promises.set(number, promise.withKeptAt(at));
    return Decision.accept(
        before.withPromises(promises), new PromiseKept(before.id(), before.customer(), number));
  }
}
