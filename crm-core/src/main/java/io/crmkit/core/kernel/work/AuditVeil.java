package io.crmkit.core.kernel.work;

import io.crmkit.api.audit.AuditEntry;
import io.crmkit.api.audit.AuditEntry.FieldChange;
import io.crmkit.api.error.AccessDenied;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.model.ModelRegistry;
import io.crmkit.core.kernel.work.KernelEntities.KernelId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps from whoever reads the audit the values of fields that he is not shown, and the ids of
 * records that he may not see, where the reference was found with wider eyes than his: that it
 * changed is told, but not from what to what.
 */
final class AuditVeil {

  private static final Pattern POSITION = Pattern.compile("\\[\\d+]");

  private final Scope tx;
  private final ModelRegistry models;
  private final Map<UUID, Boolean> visible = new HashMap<>();

  AuditVeil(Scope tx, ModelRegistry models) {
    this.tx = tx;
    this.models = models;
  }

  List<AuditEntry> over(List<AuditEntry> entries) {
    return entries.stream().map(this::over).toList();
  }

  private AuditEntry over(AuditEntry entry) {
    EntityModel<?> model = models.named(entry.subject().entity());
    if (model == null) {
      return entry;
    }
    FieldVeil<?> fields = tx.veil(model);
    Map<String, Class<?>> veiled = model.entity().veiled();
    if (veiled.isEmpty() && (fields == null || !fields.coversSomething())) {
      return entry;
    }
    return new AuditEntry(
        entry.id(),
        entry.version(),
        entry.subject(),
        entry.subjectVersion(),
        entry.operation(),
        entry.caller(),
        entry.times(),
        entry.changes().stream().map(change -> over(change, veiled, fields)).toList());
  }

  private FieldChange over(
      FieldChange change, Map<String, Class<?>> veiled, @Nullable FieldVeil<?> fields) {
    String path = POSITION.matcher(change.path()).replaceAll("");
    if (fields != null && fields.isCovered(path)) {
      return new FieldChange(
          change.path(),
          shown(fields, path, change.before()),
          shown(fields, path, change.after()),
          change.personal());
    }
    Class<?> target = veiled.get(path);
    return target == null
        ? change
        : new FieldChange(
            change.path(),
            over(change.before(), target),
            over(change.after(), target),
            change.personal());
  }

  private static @Nullable String shown(FieldVeil<?> fields, String path, @Nullable String value) {
    return value == null ? null : fields.shownText(path, value);
  }

  private @Nullable String over(@Nullable String id, Class<?> target) {
    if (id == null || id.equals(AuditEntry.ERASED_VALUE)) {
      return id;
    }
    return visible.computeIfAbsent(UUID.fromString(id), value -> sees(target, value)) ? id : null;
  }

  private boolean sees(Class<?> target, UUID id) {
    try {
      return tx.store(models.of(target).entity()).find(new KernelId(id)).isPresent();
    } catch (AccessDenied none) {
      return false;
    }
  }
}
