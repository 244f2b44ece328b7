package io.crmkit.core.kernel.sql;

import io.crmkit.api.error.StaleVersion;
import io.crmkit.api.error.StorageFailure;
import io.crmkit.api.value.EntityRef;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes that have not been sent yet. Sent together, equal statements in one batch: tables in the
 * order of their declaration, so that owners come before what they own; deletions stay where they
 * are.
 */
final class PendingWrites {

  /**
   * One statement.
   *
   * @param sql a constant text
   * @param values its parameters
   * @param order the table's place; equal statements of one table are sent together
   * @param deletes whether others may not be moved past it
   * @param guarded the row that must be found at the expected version; null if none need be
   */
  record Write(
      String sql,
      @Nullable Object[] values,
      int order,
      boolean deletes,
      @Nullable Guarded guarded) {}

  /** A row and the version at which it is expected. */
  record Guarded(EntityRef ref, long version) {}

  private final List<Write> writes = new ArrayList<>();
  private final Jdbc jdbc;
  private final BatchCounts counts;

  PendingWrites(Jdbc jdbc, BatchCounts counts) {
    this.jdbc = jdbc;
    this.counts = counts;
  }

  void add(Write write) {
    writes.add(write);
  }

  int size() {
    return writes.size();
  }

  /** Whether one of these tables, given by their places, is to be written. */
  boolean touches(Set<Integer> tables) {
    return writes.stream().anyMatch(w -> tables.contains(w.order()));
  }

  /** Forgets what was added since there were so many. */
  void truncate(int size) {
    writes.subList(size, writes.size()).clear();
  }

  /** Sends the first so many and forgets them. */
  void send(Connection connection, int count) throws SQLException {
    List<Write> sending = new ArrayList<>(writes.subList(0, count));
    writes.subList(0, count).clear();
    int begin = 0;
    for (int i = 0; i <= sending.size(); i++) {
      if (i == sending.size() || sending.get(i).deletes()) {
        List<Write> movable = sending.subList(begin, i);
        movable.sort(Comparator.comparingInt(Write::order));
        sendInBatches(connection, movable);
        if (i < sending.size()) {
          sendInBatches(connection, sending.subList(i, i + 1));
        }
        begin = i + 1;
      }
    }
  }

  private void sendInBatches(Connection connection, List<Write> writes) throws SQLException {
    int begin = 0;
    for (int i = 1; i <= writes.size(); i++) {
      if (i == writes.size() || !writes.get(i).sql().equals(writes.get(begin).sql())) {
        sendBatch(connection, writes.subList(begin, i));
        begin = i;
      }
    }
  }

  private void sendBatch(Connection connection, List<Write> batch) throws SQLException {
    if (batch.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(batch.get(0).sql())) {
      boolean guarded = batch.get(0).guarded() != null;
      if (batch.size() == 1 || (guarded && !counts.exactOn(connection))) {
        for (Write write : batch) {
          bind(statement, write);
          check(write, statement.executeUpdate());
        }
        return;
      }
      for (Write write : batch) {
        bind(statement, write);
        statement.addBatch();
      }
      int[] counts = statement.executeBatch();
      for (int i = 0; i < counts.length; i++) {
        check(batch.get(i), counts[i]);
      }
    }
  }

  private void bind(PreparedStatement statement, Write write) throws SQLException {
    for (int i = 0; i < write.values().length; i++) {
      jdbc.bind(statement, i + 1, write.values()[i]);
    }
  }

  private static void check(Write write, int count) {
    Guarded guarded = write.guarded();
    if (guarded != null && count == Statement.SUCCESS_NO_INFO) {
      throw new StorageFailure(
          "the driver does not say whether "
              + guarded.ref()
              + " was at version "
              + guarded.version()
              + ": its options differ from those of the data source");
    }
    if (guarded != null && count == 0) {
      throw new StaleVersion(guarded.ref(), guarded.version());
    }
  }
}
