package io.crmkit.core.kernel.work;

import io.crmkit.api.access.AccessRequest.Operation;
import io.crmkit.api.audit.AuditEntry;
import io.crmkit.api.audit.AuditEntry.FieldChange;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.error.AccessDenied;
import io.crmkit.api.error.NotFound;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.kernel.model.Column;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.model.PartModel;
import io.crmkit.core.kernel.storage.Selection;
import io.crmkit.core.kernel.work.KernelEntities.KernelId;
import io.crmkit.core.spi.work.Redaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes personal values out of the audit, and has them taken out of records and of work. Nobody
 * else ever changes a log.
 */
final class Redactor {

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
    EntityRef subject = redaction.subject();
    Set<EntityRef> named = new LinkedHashSet<>(redaction.alsoIn());
    named.add(subject);
    List<AuditEntry> own = entriesOf(model, List.of(subject.id()));
    PersonalValues values = values(model, own);
    RecordEraser records = new RecordEraser(scope, values);
    Set<EntityRef> all = records.erase(named);
    int entries = eraseOwn(model, own, values) + eraseInOthers(all, values);
    WorkEraser work = new WorkEraser(scope, values, all);
    Redaction.Done done =
        new Redaction.Done(
            entries,
            records.erased().size(),
            work.eraseInEvents(),
            work.eraseInDeliveries(),
            work.eraseInTimers(),
            work.eraseInKeys());
    tell(records.erased(), own.stream().mapToLong(AuditEntry::subjectVersion).max().orElse(0));
    return done;
  }

  /** The audit of the subject tells of the erasure, and that of every other record rewritten. */
  private void tell(Map<EntityRef, RecordEraser.Erased> records, long last) {
    RecordEraser.Erased own = records.get(redaction.subject());
    if (own != null) {
      paths.addAll(own.paths());
    }
    tell(redaction.subject(), new RecordEraser.Erased(own == null ? last : own.version(), paths));
    records.forEach(
        (record, erased) -> {
          EntityModel<?> model = scope.kernel().models().named(record.entity());
          boolean audited = model != null && !model.entity().unaudited();
          if (audited && !record.equals(redaction.subject())) {
            tell(record, erased);
          }
        });
  }

  private void tell(EntityRef record, RecordEraser.Erased erased) {
    scope.audit(
        AuditEntry.Operation.ERASED,
        record,
        erased.version(),
        erased.paths().stream()
            .map(p -> new FieldChange(p, AuditEntry.ERASED_VALUE, AuditEntry.ERASED_VALUE, true))
            .toList());
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

  /** Without the positions of parts. */
  private static String plain(String path) {
    return POSITION.matcher(path).replaceAll("");
  }

  private static void add(Set<String> values, @Nullable String value) {
    if (value != null) {
      values.add(value);
    }
  }

  /** Constants, codes and numbers are not looked for elsewhere: they are not anybody's own. */
  private static boolean isFreeText(EntityModel<?> model, String path) {
    List<Column> columns = new ArrayList<>();
    String plain = plain(path);
    for (PartModel part : model.parts()) {
      part.columns().stream()
          .filter(c -> plain.equals(part.path() + "." + c.path()))
          .forEach(columns::add);
    }
    model.columns().stream().filter(c -> c.path().equals(plain)).forEach(columns::add);
    return columns.stream().anyMatch(c -> c.codec().isFreeText());
  }

  private List<AuditEntry> entriesOf(EntityModel<?> model, List<UUID> ids) {
    EntityModel<AuditEntry> audit = scope.kernel().models().of(KernelEntities.AUDIT);
    return scope
        .storage()
        .select(
            audit,
            scope.session().tenant(),
            Selection.all(
                KernelEntities.AUDIT_SUBJECT
                    .in(ids)
                    .and(KernelEntities.AUDIT_ENTITY.eq(model.name()))));
  }

  /** Everything that is marked as personal, whatever it is. */
  private int eraseOwn(EntityModel<?> model, List<AuditEntry> entries, PersonalValues values) {
    int erased = 0;
    for (AuditEntry entry : entries) {
      List<FieldChange> changes =
          entry.changes().stream()
              .map(c -> c.personal() ? erased(c) : withoutValues(model, c, values))
              .toList();
      erased += replace(entry, changes, values);
    }
    return erased;
  }

  private FieldChange erased(FieldChange change) {
    paths.add(change.path());
    return new FieldChange(
        change.path(), mark(change.before()), mark(change.after()), change.personal());
  }

  private static @Nullable String mark(@Nullable String value) {
    return value == null ? null : AuditEntry.ERASED_VALUE;
  }

  /** In other records, what is a value of the subject where people may be named. */
  private int eraseInOthers(Set<EntityRef> all, PersonalValues values) {
    RefsByEntity others =
        RefsByEntity.of(all.stream().filter(ref -> !ref.equals(redaction.subject())).toList());
    int erased = 0;
    for (String entity : others.byEntity().keySet()) {
      EntityModel<?> model = scope.kernel().models().named(entity);
      if (model != null && !model.entity().unaudited()) {
        for (List<UUID> ids : others.chunks(entity)) {
          for (AuditEntry entry : entriesOf(model, ids)) {
            List<FieldChange> changes =
                entry.changes().stream().map(c -> withoutValues(model, c, values)).toList();
            erased += replace(entry, changes, values);
          }
        }
      }
    }
    return erased;
  }

  private static FieldChange withoutValues(
      EntityModel<?> model, FieldChange change, PersonalValues values) {
    if (!change.personal() && !model.mentionsPeopleIn(plain(change.path()))) {
      return change;
    }
    return new FieldChange(
        change.path(),
        values.withoutNullable(change.before()),
        values.withoutNullable(change.after()),
        change.personal());
  }

  private int replace(AuditEntry entry, List<FieldChange> changes, PersonalValues values) {
    AuditEntry.Caller by = entry.caller();
    AuditEntry.Caller caller =
        new AuditEntry.Caller(
            by.command(),
            by.actor(),
            by.onBehalfOf(),
            withoutReason(by.reason(), values),
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

  private @Nullable String withoutReason(@Nullable String reason, PersonalValues values) {
    if (reason == null) {
      return null;
    }
    EntityModel<?> audit = scope.kernel().models().of(KernelEntities.AUDIT);
    Column column = audit.column("caller.reason");
    return values.without(reason, scope.storage().longest(audit.table(), column));
  }
}
