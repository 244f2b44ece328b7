package io.crmkit.core.kernel.work;

import io.crmkit.api.audit.AuditEntry.FieldChange;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.field.Field;
import io.crmkit.api.value.Bytes;
import io.crmkit.core.kernel.model.Column;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.model.PartModel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds what differs between two states of a record, attribute by attribute. */
final class AuditDiff {

  private static final @Nullable Object[] NOTHING = {};

  private AuditDiff() {}

  /** The differences of records without custom fields; either state may be absent. */
  static <E> List<FieldChange> between(
      EntityModel<E> model, @Nullable E before, @Nullable E after) {
    return between(model, before, after, name -> false);
  }

  /**
   * The differences; either state may be absent.
   *
   * @param personalFields whether the value of a custom field, by its name, is personal
   */
  static <E> List<FieldChange> between(
      EntityModel<E> model,
      @Nullable E before,
      @Nullable E after,
      Predicate<String> personalFields) {
    List<FieldChange> changes = new ArrayList<>();
    Set<String> personal = model.personal();
    List<Column> columns = model.columns();
    @Nullable Object[] old = before == null ? NOTHING : model.components(before);
    @Nullable Object[] now = after == null ? NOTHING : model.components(after);
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      if (i != model.idIndex() && i != model.versionIndex()) {
        Values values = Values.of(i, old, now);
        if (values.differ() && column.isCustom()) {
          customChanges(values, personalFields, changes);
        } else if (values.differ()) {
          changes.add(values.change(column, column.path(), personal.contains(column.path())));
        }
      }
    }
    for (PartModel part : model.parts()) {
      between(model, part, before, after, changes);
    }
    return changes;
  }

  /** Field by field, as if each were an attribute of its own. */
  private static void customChanges(
      Values values, Predicate<String> personal, List<FieldChange> changes) {
    Map<String, String> was = texts(values.was());
    Map<String, String> is = texts(values.is());
    Set<String> names = new TreeSet<>(was.keySet());
    names.addAll(is.keySet());
    for (String name : names) {
      if (!Objects.equals(was.get(name), is.get(name))) {
        changes.add(
            new FieldChange(Field.PREFIX + name, was.get(name), is.get(name), personal.test(name)));
      }
    }
  }

  private static Map<String, String> texts(@Nullable Object values) {
    return values == null ? Map.of() : ((CustomValues) values).texts();
  }

  private static <E> void between(
      EntityModel<E> model,
      PartModel part,
      @Nullable E before,
      @Nullable E after,
      List<FieldChange> changes) {
    List<?> old = before == null ? List.of() : part.of(before);
    List<?> now = after == null ? List.of() : part.of(after);
    for (int i = 0; i < Math.max(old.size(), now.size()); i++) {
      Object was = i < old.size() ? old.get(i) : null;
      Object is = i < now.size() ? now.get(i) : null;
      if (Objects.equals(was, is)) {
        continue;
      }
      @Nullable Object[] held = was == null ? NOTHING : part.components(was);
      @Nullable Object[] holds = is == null ? NOTHING : part.components(is);
      for (int c = 0; c < part.columns().size(); c++) {
        Column column = part.columns().get(c);
        Values values = Values.of(c, held, holds);
        if (values.differ()) {
          changes.add(
              values.change(
                  column,
                  part.pathOf(c, i),
                  model.personal().contains(part.path())
                      || model.personal().contains(part.pathOf(c))));
        }
      }
    }
  }

  /** A component's value in both states. */
  private record Values(@Nullable Object was, @Nullable Object is) {

    static Values of(int column, @Nullable Object[] before, @Nullable Object[] after) {
      return new Values(
          before.length == 0 ? null : before[column], after.length == 0 ? null : after[column]);
    }

    boolean differ() {
      return !Objects.equals(was, is);
    }

    FieldChange change(Column column, String path, boolean personal) {
      return new FieldChange(path, text(column, was), text(column, is), personal);
    }

    private static @Nullable String text(Column column, @Nullable Object value) {
      if (value == null) {
        return null;
      }
      return value instanceof Bytes bytes
          ? digest(bytes)
          : column.codec().encode(column.path(), value).toString();
    }

    /** Bytes are told apart by their digest; the audit does not keep them. */
    private static String digest(Bytes bytes) {
      try {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes.toArray());
        return bytes + ", SHA-256 " + HexFormat.of().formatHex(hash);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
