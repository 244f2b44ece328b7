package io.crmkit.testkit;

import io.crmkit.api.audit.AuditEntry;
import io.crmkit.api.audit.AuditEntry.FieldChange;
import io.crmkit.api.value.Bytes;
import io.crmkit.core.kernel.model.Column;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.model.ModelRegistry;
import io.crmkit.core.kernel.model.PartModel;
import io.crmkit.core.spi.storage.Entity;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds what a record was at each of its versions from its audit alone, as texts by path, and
 * says the same of a record at hand, so that both can be compared. Stateless.
 */
public final class AuditReplay {

  private AuditReplay() {}

  /**
   * The states of a record, one after the other: the first is version 1. A deletion adds none.
   *
   * @param history the audit of one record, as {@code AuditLog.historyOf} returns it; nothing of it
   *     erased
   * @throws AssertionError if entries are missing, come in a wrong order, or tell of another value
   *     before than the entry before them left
   */
  public static List<SortedMap<String, String>> states(List<AuditEntry> history) {
    List<SortedMap<String, String>> states = new ArrayList<>();
    SortedMap<String, String> state = new TreeMap<>();
    boolean deleted = false;
    for (AuditEntry entry : history) {
      require(!deleted, entry, "comes after the deletion");
      boolean first = entry.operation() == AuditEntry.Operation.CREATED;
      require(first == states.isEmpty(), entry, "does not belong here");
      entry.changes().forEach(change -> apply(entry, change, state));
      deleted = entry.operation() == AuditEntry.Operation.DELETED;
      long version = deleted ? states.size() : states.size() + 1L;
      require(entry.subjectVersion() == version, entry, "is not of version " + version);
      if (deleted) {
        require(state.isEmpty(), entry, "leaves values behind: " + state);
      } else {
        states.add(new TreeMap<>(state));
      }
    }
    return states;
  }

  private static void apply(
      AuditEntry entry, FieldChange change, SortedMap<String, String> state) {
    String was = state.get(change.path());
    require(
        Objects.equals(was, change.before()),
        entry,
        "says that " + change.path() + " was " + change.before() + ", but it was " + was);
    require(!Objects.equals(was, change.after()), entry, "changes nothing at " + change.path());
    if (change.after() == null) {
      state.remove(change.path());
    } else {
      state.put(change.path(), change.after());
    }
  }

  private static void require(boolean condition, AuditEntry entry, String otherwise) {
    if (!condition) {
      throw new AssertionError(entry + " " + otherwise);
    }
  }

  /** The record's values by path, id and version left out, and those of its parts by position. */
  public static <E> SortedMap<String, String> flat(Entity<E> entity, E row) {
    ModelRegistry registry = new ModelRegistry();
    registry.add(entity);
    EntityModel<E> model = registry.of(entity);
    SortedMap<String, String> flat = new TreeMap<>();
    for (Column column : model.columns()) {
      if (!column.path().equals("id") && !column.path().equals("version")) {
        put(flat, column.path(), column.valueOf(row));
      }
    }
    for (PartModel part : model.parts()) {
      List<?> parts = part.of(row);
      for (int i = 0; i < parts.size(); i++) {
        for (Column column : part.columns()) {
          put(flat, part.path() + "[" + i + "]." + column.path(), column.valueOf(parts.get(i)));
        }
      }
    }
    return flat;
  }

  private static void put(Map<String, String> flat, String path, @Nullable Object value) {
    if (value != null) {
      flat.put(path, value instanceof Bytes bytes ? digest(bytes) : value.toString());
    }
  }

  private static String digest(Bytes bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes.toArray());
      return bytes.length() + " bytes, SHA-256 " + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
