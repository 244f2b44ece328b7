package io.crmkit.core.kernel.work;

import io.crmkit.api.audit.AuditEntry;
import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.relay.WorkStatus;
import io.crmkit.api.setting.ChosenSetting;
import io.crmkit.api.value.EntityId;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.kernel.json.RawJson;
import io.crmkit.core.spi.storage.Entity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The kernel's own records, declared like everybody else's. */
public final class KernelEntities {

  private KernelEntities() {}

  /** An id of one of the kernel's records. */
  public record KernelId(UUID value) implements EntityId {

    /** Always the same id for the same name: for records that are found by a name. */
    public static KernelId named(String name) {
      return new KernelId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
  }

  /**
   * An event as it is stored.
   *
   * @param subjectVersion the version of the subject that the event tells of
   * @param position grows with every event of a node; decides between events of one version
   */
  public record StoredEvent(
      KernelId id,
      long version,
      String name,
      int eventVersion,
      EntityRef subject,
      long subjectVersion,
      long position,
      Origin origin,
      RawJson payload) {

    /** The next version of this, its payload replaced. */
    StoredEvent redacted(RawJson newPayload) {
      return new StoredEvent(
          id,
          version + 1,
          name,
          eventVersion,
          subject,
          subjectVersion,
          position,
          origin,
          newPayload);
    }
  }

  /** From where and when an event comes. */
  public record Origin(
      String actor, @Nullable String correlationId, Instant occurredAt, Instant recordedAt) {}

  /** An event on its way to one durable subscriber. Deleted when it has arrived. */
  public record Delivery(
      KernelId id,
      long version,
      KernelId event,
      String subscriber,
      EntityRef subject,
      Turn turn,
      Instant recordedAt,
      Attempts attempts) {

    Delivery with(Attempts changed) {
      return new Delivery(id, version + 1, event, subscriber, subject, turn, recordedAt, changed);
    }
  }

  /**
   * The place in a queue, which is what one subscriber hears of one subject.
   *
   * @param version of the subject: the order of its commits, whatever the clocks of nodes say
   * @param position decides between events of one version
   */
  public record Turn(long version, long position) {}

  /**
   * How something that is to be done stands.
   *
   * @param status whether it waits, and for what
   * @param count failed attempts so far
   * @param dueAt when it is looked at next; {@link #NEVER} when parked
   * @param lastError why the last attempt failed, or null
   */
  public record Attempts(WorkStatus status, int count, Instant dueAt, @Nullable String lastError) {

    /** Not looked at again by itself. A moment that every database can hold. */
    public static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    static Attempts fresh(Instant due) {
      return new Attempts(WorkStatus.WAITING, 0, due, null);
    }

    Attempts withError(String error) {
      return new Attempts(status, count, dueAt, error);
    }

    Attempts as(WorkStatus changed, Instant due) {
      return new Attempts(changed, count, due, lastError);
    }
  }

  /** A timer that has not fired. */
  public record StoredTimer(
      KernelId id,
      long version,
      String handler,
      String name,
      Instant dueAt,
      Instant setAt,
      @Nullable RawJson payload,
      Attempts attempts) {

    /** The next version of this, without what its payload and its last error told of somebody. */
    StoredTimer redacted(@Nullable RawJson newPayload, @Nullable String newError) {
      Attempts other =
          new Attempts(attempts.status(), attempts.count(), attempts.dueAt(), newError);
      return new StoredTimer(id, version + 1, handler, name, dueAt, setAt, newPayload, other);
    }

    StoredTimer with(Attempts changed) {
      return new StoredTimer(id, version + 1, handler, name, dueAt, setAt, payload, changed);
    }
  }

  /**
   * What a command has written, for the change feed.
   *
   * @param position its place, given after the commit; 0 until then
   * @param writes in order
   */
  public record FeedEntry(
      KernelId id, long version, long position, Instant recordedAt, List<FeedWrite> writes) {

    FeedEntry at(long place) {
      return new FeedEntry(id, version + 1, place, recordedAt, writes);
    }
  }

  /**
   * One write of one record.
   *
   * @param audit the id of its audit entry
   * @param subject the id of the record
   * @param subjectVersion the record's version after it; a deletion counts as a version
   */
  public record FeedWrite(UUID audit, UUID subject, long subjectVersion) {}

  /**
   * How far a tenant's change feed goes.
   *
   * @param last the last place that was given
   * @param expired the last place that is not kept any more
   */
  public record FeedState(KernelId id, long version, long last, long expired) {

    static final KernelId ID = KernelId.named("feed");
    static final FeedState EMPTY = new FeedState(ID, 1, 0, 0);

    FeedState upTo(long place) {
      return new FeedState(id, version + 1, place, expired);
    }

    FeedState expiredUpTo(long place) {
      return new FeedState(id, version + 1, last, place);
    }
  }

  /**
   * A key under which a command was done.
   *
   * @param actor who did it; null for keys used before this was noted
   */
  public record UsedKey(
      KernelId id,
      long version,
      String command,
      String fingerprint,
      Answer answer,
      Instant usedAt,
      @Nullable String actor) {

    /** The next version of this, its answer's document replaced. */
    UsedKey redacted(RawJson document) {
      Answer other = new Answer(answer.entity(), answer.record(), answer.type(), document);
      return new UsedKey(id, version + 1, command, fingerprint, other, usedAt, actor);
    }
  }

  /**
   * What the command answered: the record it made; when the answer is no stored record, its JSON;
   * when it is a list, the JSON of the answers in it.
   *
   * @param entity the record's entity, or null
   * @param record the record's id, or null
   * @param type the class of another answer, or null
   * @param document the JSON of another answer, or null
   */
  public record Answer(
      @Nullable String entity,
      @Nullable UUID record,
      @Nullable String type,
      @Nullable RawJson document) {}

  /** A gapless count. */
  public record Sequence(KernelId id, long version, String name, long last) {}

  /** A module that is off for the tenant. */
  public record ModuleSwitch(KernelId id, long version, String module, boolean off) {}

  public static final Entity<AuditEntry> AUDIT =
      Entity.of(AuditEntry.class, "kernel.audit", "crm_audit")
          .json("changes")
          .indexed("subject.id")
          .appendOnly()
          .unaudited()
          .publicToTenant();

  public static final Entity<StoredEvent> EVENTS =
      Entity.of(StoredEvent.class, "kernel.event", "crm_event")
          .json("payload")
          .ordered("position")
          .appendOnly()
          .unaudited()
          .publicToTenant();

  public static final Entity<Delivery> DELIVERIES =
      Entity.of(Delivery.class, "kernel.delivery", "crm_delivery")
          .ordered("attempts.dueAt")
          .ordered("subscriber", "attempts.dueAt")
          .ordered("subscriber", "subject.id", "turn.version", "turn.position")
          .unaudited()
          .publicToTenant();

  public static final Entity<StoredTimer> TIMERS =
      Entity.of(StoredTimer.class, "kernel.timer", "crm_timer")
          .json("payload")
          .ordered("attempts.dueAt")
          .ordered("handler", "attempts.dueAt")
          .unaudited()
          .publicToTenant();

  public static final Entity<FeedState> FEED_STATES =
      Entity.of(FeedState.class, "kernel.feed-state", "crm_feed_state")
          .unaudited()
          .publicToTenant();

  public static final Entity<FeedEntry> FEED =
      Entity.of(FeedEntry.class, "kernel.feed", "crm_feed")
          .json("writes")
          .ordered("position")
          .unaudited()
          .publicToTenant();

  public static final Entity<UsedKey> USED_KEYS =
      Entity.of(UsedKey.class, "kernel.used-key", "crm_used_key")
          .json("answer.document")
          .unaudited()
          .publicToTenant();

  public static final Entity<Sequence> SEQUENCES =
      Entity.of(Sequence.class, "kernel.sequence", "crm_sequence").unaudited().publicToTenant();

  public static final Entity<ModuleSwitch> SWITCHES =
      Entity.of(ModuleSwitch.class, "kernel.module-switch", "crm_module_switch").rootOfAccess();

  public static final Entity<ChosenSetting> SETTINGS =
      Entity.of(ChosenSetting.class, "kernel.setting", "crm_setting").rootOfAccess();

  public static final Attribute<AuditEntry, UUID> AUDIT_SUBJECT =
      Attribute.of(AuditEntry.class, "subject.id", UUID.class);
  public static final Attribute<AuditEntry, String> AUDIT_ENTITY =
      Attribute.of(AuditEntry.class, "subject.entity", String.class);
  public static final Attribute<AuditEntry, String> AUDIT_ACTOR =
      Attribute.of(AuditEntry.class, "caller.actor", String.class);
  public static final Attribute<AuditEntry, String> AUDIT_COMMAND =
      Attribute.of(AuditEntry.class, "caller.command", String.class);
  public static final Attribute<AuditEntry, String> AUDIT_CORRELATION =
      Attribute.of(AuditEntry.class, "caller.correlationId", String.class);
  public static final Attribute<AuditEntry, Instant> AUDIT_RECORDED =
      Attribute.of(AuditEntry.class, "times.recordedAt", Instant.class);
  public static final Attribute<StoredEvent, UUID> EVENT_SUBJECT =
      Attribute.of(StoredEvent.class, "subject.id", UUID.class);
  public static final Attribute<Delivery, UUID> DELIVERY_SUBJECT =
      Attribute.of(Delivery.class, "subject.id", UUID.class);
  public static final Attribute<UsedKey, String> ANSWER_TYPE =
      Attribute.of(UsedKey.class, "answer.type", String.class);
  public static final Attribute<UsedKey, Instant> USED_AT =
      Attribute.of(UsedKey.class, "usedAt", Instant.class);

  /** Those that are written for other records: they come last in every flush. */
  public static final List<Entity<?>> LOGS =
      List.of(FieldEntities.VALUES, AUDIT, EVENTS, DELIVERIES, TIMERS, FEED, USED_KEYS);

  public static final List<Entity<?>> ALL =
      List.of(
          SEQUENCES,
          SWITCHES,
          SETTINGS,
          FieldEntities.FIELDS,
          FEED_STATES,
          FieldEntities.VALUES,
          AUDIT,
          EVENTS,
          DELIVERIES,
          TIMERS,
          FEED,
          USED_KEYS);

  /** Whether nobody but the kernel may write these, and no audit tells of it. */
  static boolean isKernelsOwn(Entity<?> entity) {
    return entity != SWITCHES
        && entity != SETTINGS
        && entity != FieldEntities.FIELDS
        && ALL.contains(entity);
  }
}
