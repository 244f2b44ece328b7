package io.crmkit.core.kernel.work;

import io.crmkit.api.audit.AuditEntry.FieldChange;
import io.crmkit.core.kernel.model.Column;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.model.PartModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds what differs between two states of a record, attribute by attribute. */
final class AuditDiff {

  private AuditDiff() {}

  /** The differences; either state may be absent. */
  static <E> List<FieldChange> between(
      EntityModel<E> model, @Nullable E before, @Nullable E after) {
    List<FieldChange> changes = new ArrayList<>();
    for (Column column : model.columns()) {
      if (!column.path().equals("id") && !column.path().equals("version")) {
        boolean personal = model.entity().personal().contains(column.path());
        add(changes, column, column.path(), before, after, personal);
      }
    }
    for (PartModel part : model.parts()) {
      List<?> old = before == null ? List.of() : part.of(before);
      List<?> now = after == null ? List.of() : part.of(after);
      for (int i = 0; i < Math.max(old.size(), now.size()); i++) {
        Object was = i < old.size() ? old.get(i) : null;
        Object is = i < now.size() ? now.get(i) : null;
        for (Column column : part.columns()) {
          String path = part.path() + "[" + i + "]." + column.path();
          boolean personal =
              model.entity().personal().contains(part.path())
                  || model.entity().personal().contains(part.path() + "." + column.path());
          add(changes, column, path, was, is, personal);
        }
      }
    }
    return changes;
  }

  private static void add(
      List<FieldChange> changes,
      Column column,
      String path,
      @Nullable Object before,
      @Nullable Object after,
      boolean personal) {
    Object was = before == null ? null : column.getter().apply(before);
    Object is = after == null ? null : column.getter().apply(after);
    if (!Objects.equals(was, is)) {
      changes.add(new FieldChange(path, text(column, was), text(column, is), personal));
    }
  }

  private static @Nullable String text(Column column, @Nullable Object value) {
    return value == null ? null : column.codec().encode(column.path(), value).toString();
  }
}
