package io.crmkit.core.kernel.door;

import io.crmkit.api.CrmSession;
import io.crmkit.api.error.ReasonCode;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventEnvelope;
import io.crmkit.api.event.EventHandler;
import io.crmkit.api.event.EventName;
import io.crmkit.api.module.ProvidedBy;
import io.crmkit.api.value.EntityId;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What faulty modules bring. */
final class Faulty {

  private Faulty() {}

  enum OneReason implements ReasonCode {
    TAKEN;

    @Override
    public String code() {
      return "door.same-code";
    }

    @Override
    public String english() {
      return "Taken.";
    }

    @Override
    public String chinese() {
      return "已占用。";
    }
  }

  enum SameReason implements ReasonCode {
    ALSO_TAKEN;

    @Override
    public String code() {
      return "door.same-code";
    }

    @Override
    public String english() {
      return "Taken, too.";
    }

    @Override
    public String chinese() {
      return "也已占用。";
    }
  }

  /** A service. */
  @ProvidedBy("io.example:greeter")
  public interface Greeter {
    String greet();
  }

  static final class GreeterService implements Greeter {
    @Inject
    GreeterService(Work work) {}

    @Override
    public String greet() {
      return "hello";
    }
  }

  /** Private to the module that binds it. */
  static final class Secret {
    final String word;

    Secret(String word) {
      this.word = word;
    }
  }

  static final class PryingService implements Greeter {
    private final Secret secret;

    @Inject
    PryingService(Work work, Secret secret) {
      this.secret = secret;
    }

    @Override
    public String greet() {
      return secret.word;
    }
  }

  /** One for all who ask. */
  @Singleton
  static final class Memory {
    final AtomicInteger visits = new AtomicInteger();
  }

  /** One for each who asks. */
  static final class Note {
    final AtomicInteger visits = new AtomicInteger();
  }

  static final class CountingService implements Greeter {
    private final Memory memory;
    private final Note note;

    @Inject
    CountingService(Work work, Memory memory, Note note) {
      this.memory = memory;
      this.note = note;
    }

    @Override
    public String greet() {
      return memory.visits.incrementAndGet() + " " + note.visits.incrementAndGet();
    }
  }

  record ThingId(UUID value) implements EntityId {}

  record Thing(
      ThingId id,
      long version,
      String name,
      String missing,
      int wrongType,
      @Nullable String note) {}

  record OtherThing(ThingId id, long version, String name) {}

  record Unstorable(ThingId id, long version, LocalDateTime when, List<String> words) {}

  record WithoutVersion(ThingId id, String name) {}

  /** An event without a name. */
  record Nameless(UUID thing) implements CrmEvent {
    @Override
    public EntityRef subject() {
      return new EntityRef("door.thing", thing);
    }
  }

  @EventName("door.happened")
  record Happened(UUID thing) implements CrmEvent {
    @Override
    public EntityRef subject() {
      return new EntityRef("door.thing", thing);
    }
  }

  static final class Listener implements EventHandler<Happened> {
    @Override
    public void on(CrmSession session, EventEnvelope<Happened> event) {}
  }
}
