package io.crmkit.benchmarks.workloads;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crmkit.api.audit.AuditEntry.FieldChange;
import io.crmkit.api.customer.ContactChannel;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.core.customer.registry.ContactPointRules;
import io.crmkit.core.customer.registry.SearchName;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** The rows of both JDBC legs, value by value: those that CrmKit writes for the same operations. */
final class JdbcRows {

  static final String ACTOR = "lily";

  private static final String CUSTOMER = "customer.customer";
  private static final String OPPORTUNITY = "sales.opportunity";
  private static final Absent NO_TEXT = new Absent(Types.VARCHAR);
  private static final Absent NO_NUMBER = new Absent(Types.INTEGER);
  private static final Absent NO_AMOUNT = new Absent(Types.NUMERIC);
  private static final Absent NO_DATE = new Absent(Types.DATE);
  private static final Absent NO_TIME = new Absent(Types.TIMESTAMP_WITH_TIMEZONE);
  private static final Absent NO_ID = new Absent(Types.OTHER);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A null of this type. */
  record Absent(int type) {}

  /** A JSON document. */
  record Document(String text) {}

  /** A customer about to be written. */
  record NewCustomer(
      UUID id, String number, Inputs.Registration from, String phone, OffsetDateTime now) {}

  /** An opportunity as it stands. */
  record Standing(
      UUID id, long version, UUID customer, UUID pipeline, int stage, OffsetDateTime now) {}

  private final String tenant;
  private final Supplier<UUID> ids;

  JdbcRows(String tenant, Supplier<UUID> ids) {
    this.tenant = tenant;
    this.ids = ids;
  }

  UUID newId() {
    return ids.get();
  }

  static OffsetDateTime now() {
    return OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
  }

  static String number(long count) {
    return String.format(Locale.ROOT, "C%06d", count);
  }

  static String normalized(String phone) {
    return ContactPointRules.normalize(ContactChannel.PHONE, phone, null);
  }

  static UUID sequenceId() {
    return UUID.nameUUIDFromBytes("customer".getBytes(StandardCharsets.UTF_8));
  }

  Object[] sequenceLock() {
    return lock("sequence", "customer");
  }

  Object[] numberLock(String number) {
    return lock("unique:customer.customer:number", number);
  }

  private Object[] lock(String scope, String name) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(name.getBytes(StandardCharsets.UTF_8));
      return new Object[] {
        tenant, scope, HexFormat.of().formatHex(hash), LocalDate.now(ZoneOffset.UTC)
      };
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  Object[] customer(NewCustomer c) {
    String name = c.from().name();
    return new Object[] {
      tenant,
      c.id(),
      1L,
      "ORGANIZATION",
      c.number(),
      NO_TEXT,
      name,
      NO_TEXT,
      NO_TEXT,
      NO_TEXT,
      NO_TEXT,
      NO_NUMBER,
      NO_AMOUNT,
      NO_TEXT,
      NO_NUMBER,
      NO_TEXT,
      NO_TEXT,
      c.now(),
      SearchName.of(new CustomerName(name, null, null))
    };
  }

  List<Object[]> points(NewCustomer c) {
    return List.of(
        point(c.id(), 0, "PHONE", c.from().phone(), c.phone()),
        point(c.id(), 1, "EMAIL", c.from().email(), c.from().email()));
  }

  private Object[] point(UUID owner, int pos, String channel, String raw, String normalized) {
    return new Object[] {
      tenant,
      owner,
      pos,
      channel,
      raw,
      normalized,
      NO_TEXT,
      NO_TEXT,
      NO_TEXT,
      NO_TEXT,
      NO_TEXT,
      NO_TEXT,
      "UNKNOWN",
      NO_TIME,
      NO_TEXT
    };
  }

  Object[] registeredAudit(NewCustomer c) {
    List<FieldChange> changes = new ArrayList<>();
    changes.add(added("kind", "ORGANIZATION"));
    changes.add(added("number", c.number()));
    changes.add(personal("name.latin", c.from().name()));
    changes.add(added("registeredAt", c.now().toInstant().toString()));
    changes.add(added("contactPoints[0].channel", "PHONE"));
    changes.add(personal("contactPoints[0].raw", c.from().phone()));
    changes.add(personal("contactPoints[0].normalized", c.phone()));
    changes.add(added("contactPoints[0].consent.state", "UNKNOWN"));
    changes.add(added("contactPoints[1].channel", "EMAIL"));
    changes.add(personal("contactPoints[1].raw", c.from().email()));
    changes.add(personal("contactPoints[1].normalized", c.from().email()));
    changes.add(added("contactPoints[1].consent.state", "UNKNOWN"));
    Subject subject = new Subject(CUSTOMER, c.id(), 1, c.now());
    return audit(subject, "CREATED", "customer.register", changes);
  }

  Object[] registeredEvent(NewCustomer c) {
    return event(
        new Subject(CUSTOMER, c.id(), 1, c.now()),
        "customer.registered",
        new Registered(c.id(), "ORGANIZATION", new CustomerName(c.from().name(), null, null)));
  }

  Object[] opportunity(Standing s) {
    return new Object[] {
      tenant,
      s.id(),
      1L,
      "Pumps",
      s.customer(),
      ACTOR,
      NO_TEXT,
      NO_TEXT,
      new BigDecimal(Inputs.AMOUNT),
      Inputs.CURRENCY,
      NO_DATE,
      NO_ID,
      NO_TEXT,
      s.pipeline(),
      Inputs.STAGES.get(s.stage()),
      "OPEN",
      Inputs.probability(s.stage()),
      s.now(),
      s.now(),
      NO_DATE,
      NO_TEXT,
      s.now(),
      NO_ID,
      NO_ID,
      NO_TEXT,
      NO_TEXT,
      new Document("{}")
    };
  }

  Object[] advanced(Standing s) {
    return new Object[] {
      s.version(),
      Inputs.STAGES.get(s.stage()),
      Inputs.probability(s.stage()),
      s.now(),
      s.now(),
      tenant,
      s.id(),
      s.version() - 1
    };
  }

  Object[] change(Standing s) {
    return new Object[] {
      tenant,
      newId(),
      1L,
      s.id(),
      s.version() == 1 ? "OPENED" : "MOVED",
      s.pipeline(),
      Inputs.STAGES.get(s.stage()),
      "OPEN",
      Inputs.probability(s.stage()),
      new BigDecimal(Inputs.AMOUNT),
      Inputs.CURRENCY,
      NO_DATE,
      ACTOR,
      s.now(),
      s.now(),
      ACTOR
    };
  }

  Object[] openedAudit(Standing s) {
    String at = s.now().toInstant().toString();
    List<FieldChange> changes = new ArrayList<>();
    changes.add(added("name", "Pumps"));
    changes.add(added("customer", s.customer().toString()));
    changes.add(added("owner.person", ACTOR));
    changes.add(added("deal.amount.amount", Inputs.AMOUNT));
    changes.add(added("deal.amount.currency", Inputs.CURRENCY));
    changes.add(added("progress.pipeline", s.pipeline().toString()));
    changes.add(added("progress.stage", Inputs.STAGES.get(0)));
    changes.add(added("progress.category", "OPEN"));
    changes.add(added("progress.probability", Integer.toString(Inputs.probability(0))));
    changes.add(added("progress.enteredAt", at));
    changes.add(added("progress.changedAt", at));
    changes.add(added("origin.openedAt", at));
    changes.add(added("answers", "{}"));
    return audit(subject(s), "CREATED", "opportunity.open", changes);
  }

  Object[] openedEvent(Standing s) {
    return event(subject(s), "sales.opportunity-opened", new Opened(s.id(), s.customer(), ACTOR));
  }

  Object[] advancedAudit(Standing s, OffsetDateTime before) {
    String was = before.toInstant().toString();
    String is = s.now().toInstant().toString();
    List<FieldChange> changes = new ArrayList<>();
    changes.add(
        changed("progress.stage", Inputs.STAGES.get(s.stage() - 1), Inputs.STAGES.get(s.stage())));
    changes.add(
        changed(
            "progress.probability",
            Integer.toString(Inputs.probability(s.stage() - 1)),
            Integer.toString(Inputs.probability(s.stage()))));
    changes.add(changed("progress.enteredAt", was, is));
    changes.add(changed("progress.changedAt", was, is));
    return audit(subject(s), "CHANGED", "opportunity.advance", changes);
  }

  Object[] advancedEvent(Standing s) {
    return event(
        subject(s),
        "sales.opportunity-moved",
        new Moved(s.id(), Inputs.STAGES.get(s.stage() - 1), Inputs.STAGES.get(s.stage()), "OPEN"));
  }

  /** The row by which the change feed finds the write that this row of the audit tells of. */
  Object[] feed(Object[] audit) {
    FeedWrite write = new FeedWrite((UUID) audit[1], (UUID) audit[4], (Long) audit[5]);
    return new Object[] {tenant, newId(), 1L, 0L, audit[13], json(List.of(write))};
  }

  private record FeedWrite(UUID audit, UUID subject, long subjectVersion) {}

  private record Registered(UUID customer, String kind, CustomerName name) {}

  private record Opened(UUID opportunity, UUID customer, String owner) {}

  private record Moved(UUID opportunity, String from, String to, String category) {}

  private record Subject(String entity, UUID id, long version, OffsetDateTime now) {}

  private static Subject subject(Standing s) {
    return new Subject(OPPORTUNITY, s.id(), s.version(), s.now());
  }

  private static FieldChange added(String path, String after) {
    return new FieldChange(path, null, after, false);
  }

  private static FieldChange personal(String path, String after) {
    return new FieldChange(path, null, after, true);
  }

  private static FieldChange changed(String path, String before, String after) {
    return new FieldChange(path, before, after, false);
  }

  private Object[] audit(
      Subject subject, String operation, String command, List<FieldChange> changes) {
    return new Object[] {
      tenant,
      newId(),
      1L,
      subject.entity(),
      subject.id(),
      subject.version(),
      operation,
      command,
      ACTOR,
      NO_TEXT,
      NO_TEXT,
      NO_TEXT,
      subject.now(),
      subject.now(),
      json(changes)
    };
  }

  private Object[] event(Subject subject, String name, Object payload) {
    long position = ChronoUnit.MICROS.between(java.time.Instant.EPOCH, java.time.Instant.now());
    return new Object[] {
      tenant,
      newId(),
      1L,
      name,
      1,
      subject.entity(),
      subject.id(),
      subject.version(),
      position,
      ACTOR,
      NO_TEXT,
      subject.now(),
      subject.now(),
      json(payload)
    };
  }

  private static Document json(Object value) {
    try {
      return new Document(JSON.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The codes of the stages that a pipeline's definition has. */
  static List<String> stages(String definition) {
    try {
      Map<?, ?> read = JSON.readValue(definition, Map.class);
      List<?> stages = (List<?>) read.get("stages");
      return stages == null
          ? List.of()
          : stages.stream().map(s -> String.valueOf(((Map<?, ?>) s).get("code"))).toList();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
