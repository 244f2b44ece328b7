package io.crmkit.core.kernel.work;

import io.crmkit.api.access.AccessRequest.Operation;
import io.crmkit.api.audit.AuditEntry;
import io.crmkit.api.audit.AuditEntry.FieldChange;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.error.AccessDenied;
import io.crmkit.api.error.NotFound;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.kernel.json.RawJson;
import io.crmkit.core.kernel.model.Column;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.model.PartModel;
import io.crmkit.core.kernel.storage.PageKey;
import io.crmkit.core.kernel.storage.Selection;
import io.crmkit.core.kernel.work.KernelEntities.Delivery;
import io.crmkit.core.kernel.work.KernelEntities.KernelId;
import io.crmkit.core.kernel.work.KernelEntities.StoredEvent;
import io.crmkit.core.kernel.work.KernelEntities.StoredTimer;
import io.crmkit.core.spi.storage.Entity;
import io.crmkit.core.spi.work.Redaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes personal values out of what the kernel keeps. The only place that ever changes a log. */
final class Redactor {

  private static final int CHUNK = 500;
  private static final Pattern POSITION = Pattern.compile("\\[\\d+]");

  private final Scope scope;
  private final Redaction redaction;
  private final Set<String> paths = new TreeSet<>();

  Redactor(Scope scope, Redaction redaction) {
    this.scope = scope;
    this.redaction = redaction;
  }

  Redaction.Done redact() {
    EntityModel<?> model = scope.kernel().models().named(redaction.subject().entity());
    if (model == null) {
      throw new NotFound(redaction.subject());
    }
    requireAllowed(model);
    List<AuditEntry> own = entriesOf(redaction.subject());
    PersonalValues values = values(model, own);
    int entries = eraseOwn(own, values);
    for (EntityRef other : redaction.alsoIn()) {
      entries += eraseIn(entriesOf(other), values);
    }
    Set<EntityRef> all = new LinkedHashSet<>(redaction.alsoIn());
    all.add(redaction.subject());
    int events = 0;
    int deliveries = 0;
    for (EntityRef ref : all) {
      events += eraseInEvents(ref, values);
      deliveries += eraseInDeliveries(ref, values);
    }
    int timers = eraseInTimers(all, values);
    int keys = eraseInKeys(all, values);
    long version = own.stream().mapToLong(AuditEntry::subjectVersion).max().orElse(0);
    scope.audit(
        AuditEntry.Operation.ERASED,
        redaction.subject(),
        version,
        paths.stream()
            .map(p -> new FieldChange(p, AuditEntry.ERASED_VALUE, AuditEntry.ERASED_VALUE, true))
            .toList());
    return new Redaction.Done(entries, events, deliveries, timers, keys);
  }

  private <E> void requireAllowed(EntityModel<E> model) {
    if (scope.isWide()) {
      return;
    }
    E row = scope.raw(model.entity(), new KernelId(redaction.subject().id()));
    boolean seen =
        row == null
            ? scope.seesAll(model)
            : scope.matches(model, scope.allowed(model, Operation.READ), row);
    if (!seen) {
      throw new NotFound(redaction.subject());
    }
    Criteria<E> erasable = scope.allowed(model, Operation.DELETE);
    boolean allowed =
        row == null ? erasable instanceof Criteria.All<E> : scope.matches(model, erasable, row);
    if (!allowed) {
      throw new AccessDenied("delete", model.name(), "not this record");
    }
  }

  private PersonalValues values(EntityModel<?> model, List<AuditEntry> own) {
    Set<String> values = new HashSet<>(redaction.alsoValues());
    for (AuditEntry entry : own) {
      for (FieldChange change : entry.changes()) {
        if (change.personal() && isFreeText(model, change.path())) {
          add(values, change.before());
          add(values, change.after());
        }
      }
    }
    return new PersonalValues(values);
  }

  private static void add(Set<String> values, @Nullable String value) {
    if (value != null) {
      values.add(value);
    }
  }

  /** Constants, codes and numbers are not looked for elsewhere: they are not anybody's own. */
  private static boolean isFreeText(EntityModel<?> model, String path) {
    List<Column> columns = new ArrayList<>();
    String plain = POSITION.matcher(path).replaceAll("");
    for (PartModel part : model.parts()) {
      part.columns().stream()
          .filter(c -> plain.equals(part.path() + "." + c.path()))
          .forEach(columns::add);
    }
    model.columns().stream().filter(c -> c.path().equals(plain)).forEach(columns::add);
    return columns.stream().anyMatch(c -> c.codec().isFreeText());
  }

  private List<AuditEntry> entriesOf(EntityRef ref) {
    return select(
        KernelEntities.AUDIT,
        KernelEntities.AUDIT_SUBJECT
            .eq(ref.id())
            .and(KernelEntities.AUDIT_ENTITY.eq(ref.entity())));
  }

  /** Everything that is marked as personal, whatever it is. */
  private int eraseOwn(List<AuditEntry> entries, PersonalValues values) {
    int erased = 0;
    for (AuditEntry entry : entries) {
      List<FieldChange> changes = entry.changes().stream().map(this::erased).toList();
      erased += replace(entry, changes, values);
    }
    return erased;
  }

  private FieldChange erased(FieldChange change) {
    if (!change.personal()) {
      return change;
    }
    paths.add(change.path());
    return new FieldChange(
        change.path(), mark(change.before()), mark(change.after()), change.personal());
  }

  private static @Nullable String mark(@Nullable String value) {
    return value == null ? null : AuditEntry.ERASED_VALUE;
  }

  /** In other records, what is marked as personal and is a value of the subject. */
  private int eraseIn(List<AuditEntry> entries, PersonalValues values) {
    int erased = 0;
    for (AuditEntry entry : entries) {
      List<FieldChange> changes =
          entry.changes().stream()
              .map(
                  c ->
                      c.personal()
                          ? new FieldChange(
                              c.path(),
                              values.withoutNullable(c.before()),
                              values.withoutNullable(c.after()),
                              true)
                          : c)
              .toList();
      erased += replace(entry, changes, values);
    }
    return erased;
  }

  private int replace(AuditEntry entry, List<FieldChange> changes, PersonalValues values) {
    AuditEntry.Caller by = entry.caller();
    AuditEntry.Caller caller =
        new AuditEntry.Caller(
            by.command(),
            by.actor(),
            by.onBehalfOf(),
            values.withoutNullable(by.reason()),
            by.correlationId());
    if (changes.equals(entry.changes()) && caller.equals(by)) {
      return 0;
    }
    scope.updateRaw(
        KernelEntities.AUDIT,
        entry,
        new AuditEntry(
            entry.id(),
            entry.version() + 1,
            entry.subject(),
            entry.subjectVersion(),
            entry.operation(),
            caller,
            entry.times(),
            changes));
    return 1;
  }

  private int eraseInEvents(EntityRef ref, PersonalValues values) {
    int erased = 0;
    for (StoredEvent event :
        select(KernelEntities.EVENTS, KernelEntities.EVENT_SUBJECT.eq(ref.id()))) {
      RawJson without = values.without(event.payload(), now -> canBeRead(event.redacted(now)));
      if (event.subject().equals(ref) && without != event.payload()) {
        scope.updateRaw(KernelEntities.EVENTS, event, event.redacted(without));
        erased++;
      }
    }
    return erased;
  }

  private boolean canBeRead(StoredEvent event) {
    try {
      new EventReader(scope.kernel().extensions().durable()).read(event);
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  private int eraseInDeliveries(EntityRef ref, PersonalValues values) {
    int erased = 0;
    for (Delivery delivery :
        select(KernelEntities.DELIVERIES, KernelEntities.DELIVERY_SUBJECT.eq(ref.id()))) {
      String error = delivery.attempts().lastError();
      String without = values.withoutNullable(error);
      if (delivery.subject().equals(ref) && without != null && !without.equals(error)) {
        scope.updateRaw(
            KernelEntities.DELIVERIES,
            delivery,
            delivery.with(delivery.attempts().withError(without)));
        erased++;
      }
    }
    return erased;
  }

  /** Timers whose name, payload or error speaks of one of the records; all of them are read. */
  private int eraseInTimers(Set<EntityRef> refs, PersonalValues values) {
    List<String> ids = refs.stream().map(ref -> ref.id().toString()).toList();
    int[] erased = new int[1];
    forEach(
        KernelEntities.TIMERS,
        Criteria.all(),
        timer -> {
          RawJson payload = timer.payload();
          String error = timer.attempts().lastError();
          String all = timer.name() + (payload == null ? "" : payload.text()) + error;
          if (ids.stream().noneMatch(all::contains)) {
            return;
          }
          RawJson without =
              payload == null ? null : values.without(payload, now -> canBeRead(timer, now));
          String told = values.withoutNullable(error);
          if (without != payload || !Objects.equals(told, error)) {
            scope.updateRaw(KernelEntities.TIMERS, timer, timer.redacted(without, told));
            erased[0]++;
          }
        });
    return erased[0];
  }

  private boolean canBeRead(StoredTimer timer, RawJson payload) {
    Extensions.TimerEntry handler =
        scope.kernel().extensions().durable().timers().get(timer.handler());
    try {
      return handler == null || payload.as(handler.payload()) != null;
    } catch (RuntimeException e) {
      return false;
    }
  }

  /** Answers that speak of one of the records; few, since keys are kept for some time only. */
  private int eraseInKeys(Set<EntityRef> refs, PersonalValues values) {
    List<String> ids = refs.stream().map(ref -> ref.id().toString()).toList();
    int[] erased = new int[1];
    forEach(
        KernelEntities.USED_KEYS,
        KernelEntities.ANSWER_TYPE.present(),
        key -> {
          RawJson document = key.answer().document();
          if (document != null && ids.stream().anyMatch(document.text()::contains)) {
            RawJson without =
                values.without(
                    document, now -> new KeptAnswer(scope).canBeRead(key.redacted(now).answer()));
            if (without != document) {
              scope.updateRaw(KernelEntities.USED_KEYS, key, key.redacted(without));
              erased[0]++;
            }
          }
        });
    return erased[0];
  }

  private <E> List<E> select(Entity<E> entity, Criteria<E> where) {
    EntityModel<E> model = scope.kernel().models().of(entity);
    return scope.storage().select(model, scope.session().tenant(), Selection.all(where));
  }

  private <E> void forEach(Entity<E> entity, Criteria<E> where, Consumer<E> consumer) {
    EntityModel<E> model = scope.kernel().models().of(entity);
    PageKey after = null;
    List<E> rows;
    do {
      rows =
          scope
              .storage()
              .select(
                  model, scope.session().tenant(), new Selection<>(where, List.of(), CHUNK, after));
      for (E row : rows) {
        consumer.accept(row);
        after = PageKey.of(model, List.of(), row);
      }
    } while (rows.size() == CHUNK);
  }
}
