package io.crmkit.core.kernel.work;

import io.crmkit.api.audit.AuditEntry;
import io.crmkit.api.criteria.Attribute;
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
   * @param position grows with every event; the order of delivery within a subject
   */
  public record StoredEvent(
      KernelId id,
      long version,
      String name,
      int eventVersion,
      EntityRef subject,
      long position,
      Origin origin,
      RawJson payload) {}

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
      long sequence,
      Attempts attempts) {}

  /**
   * How often it was tried.
   *
   * @param count failed attempts so far
   * @param dueAt when it is tried next
   * @param parked whether it is given up until somebody looks at it
   * @param lastError why the last attempt failed, or null
   */
  public record Attempts(int count, Instant dueAt, boolean parked, @Nullable String lastError) {}

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
      @Nullable String actor) {}

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
          .appendOnly()
          .unaudited()
          .publicToTenant();

  public static final Entity<Delivery> DELIVERIES =
      Entity.of(Delivery.class, "kernel.delivery", "crm_delivery").unaudited().publicToTenant();

  public static final Entity<UsedKey> USED_KEYS =
      Entity.of(UsedKey.class, "kernel.used-key", "crm_used_key")
          .json("answer.document")
          .unaudited()
          .publicToTenant();

  public static final Entity<Sequence> SEQUENCES =
      Entity.of(Sequence.class, "kernel.sequence", "crm_sequence").unaudited().publicToTenant();

  public static final Entity<ModuleSwitch> SWITCHES =
      Entity.of(ModuleSwitch.class, "kernel.module-switch", "crm_module_switch").rootOfAccess();

  public static final Attribute<AuditEntry, UUID> AUDIT_SUBJECT =
      Attribute.of(AuditEntry.class, "subject.id", UUID.class);
  public static final Attribute<AuditEntry, String> AUDIT_ENTITY =
      Attribute.of(AuditEntry.class, "subject.entity", String.class);
  public static final Attribute<UsedKey, Instant> USED_AT =
      Attribute.of(UsedKey.class, "usedAt", Instant.class);
  public static final Attribute<Delivery, Boolean> PARKED =
      Attribute.of(Delivery.class, "attempts.parked", Boolean.class);
  public static final Attribute<Delivery, Instant> DUE_AT =
      Attribute.of(Delivery.class, "attempts.dueAt", Instant.class);
  public static final Attribute<Delivery, Long> SEQUENCE =
      Attribute.of(Delivery.class, "sequence", Long.class);

  /** Those that are written for other records: they come last in every flush. */
  public static final List<Entity<?>> LOGS = List.of(AUDIT, EVENTS, DELIVERIES, USED_KEYS);

  public static final List<Entity<?>> ALL =
      List.of(SEQUENCES, SWITCHES, AUDIT, EVENTS, DELIVERIES, USED_KEYS);
}
