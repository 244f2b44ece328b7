package io.crmkit.core.kernel.sql;

import io.crmkit.api.error.StorageFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends statements over one connection. PostgreSQL's driver sends a text of several statements in
 * one round trip and answers them in order: there, what is sent at once goes together. Elsewhere
 * the same statements are sent one by one, like ones in a batch.
 */
final class Wire {

  /** So many like statements are better sent in a batch: their text is the same for any number. */
  private static final int BATCH = 5;

  /** Statements in one text at most; far from the 65,535 parameters that the protocol allows. */
  private static final int MOST = 24;

  private static final int FETCH_SIZE = 1_000;

  private final SqlStorage storage;
  private final Connection connection;

  Wire(SqlStorage storage, Connection connection) {
    this.storage = storage;
    this.connection = connection;
  }

  /** Whether statements that are sent at once cost one round trip. */
  boolean pipelines() throws SQLException {
    return storage.pipelines(connection);
  }

  /**
   * Sends the statements in this order.
   *
   * @return the place of the first guarded one that missed its row, or -1. Statements behind it may
   *     have been carried out: the caller must undo them.
   */
  int send(List<Call> calls) throws SQLException {
    int begin = 0;
    while (begin < calls.size()) {
      int end = pipelines() ? together(calls, begin) : alike(calls, begin);
      List<Call> part = calls.subList(begin, end);
      int missed = part.size() == 1 || alike(calls, begin) == end ? batch(part) : text(part);
      if (missed >= 0) {
        return begin + missed;
      }
      begin = end;
    }
    return -1;
  }

  /**
   * Sends the statements if they go in one text, so that nothing behind one that fails is carried
   * out; none of them misses a row without failing.
   *
   * @return whether they were sent
   */
  boolean sendAtOnce(List<Call> calls) throws SQLException {
    if (!pipelines() || together(calls, 0) < calls.size()) {
      return false;
    }
    String sql = storage.shapes().together(textsOf(calls));
    if (sql == null) {
      return false;
    }
    text(sql, calls);
    return true;
  }

  /** The end of those from here on that are like the first. */
  private static int alike(List<Call> calls, int begin) {
    int end = begin + 1;
    while (end < calls.size() && calls.get(end).isLike(calls.get(begin))) {
      end++;
    }
    return end;
  }

  /** The end of those from here on that go in one text, or in one batch. */
  private static int together(List<Call> calls, int begin) {
    int end = begin;
    while (end < calls.size() && end - begin < MOST) {
      int next = alike(calls, end);
      if (next - end >= BATCH) {
        return end == begin ? next : end;
      }
      end = next;
    }
    return end;
  }

  private int text(List<Call> calls) throws SQLException {
    String sql = storage.shapes().together(textsOf(calls));
    return sql == null ? oneByOne(calls) : text(sql, calls);
  }

  private int text(String sql, List<Call> calls) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int index = 1;
      for (Call call : calls) {
        bind(statement, index, call);
        index += call.values().length;
      }
      boolean hasRows = statement.execute();
      int missed = -1;
      for (int i = 0; i < calls.size(); i++) {
        if (i > 0) {
          hasRows = statement.getMoreResults();
        }
        if (hasRows) {
          consume(statement.getResultSet(), calls.get(i));
        } else if (missed < 0 && misses(calls.get(i), statement.getUpdateCount())) {
          missed = i;
        }
      }
      return missed;
    }
  }

  private static List<String> textsOf(List<Call> calls) {
    List<String> statements = new ArrayList<>(calls.size());
    for (Call call : calls) {
      statements.add(call.sql());
    }
    return statements;
  }

  private int oneByOne(List<Call> calls) throws SQLException {
    int begin = 0;
    while (begin < calls.size()) {
      int end = alike(calls, begin);
      int missed = batch(calls.subList(begin, end));
      if (missed >= 0) {
        return begin + missed;
      }
      begin = end;
    }
    return -1;
  }

  /** Like statements, or a single one of any kind. */
  private int batch(List<Call> calls) throws SQLException {
    Call first = calls.get(0);
    try (PreparedStatement statement =
        connection.prepareStatement(storage.dialect().sent(first.sql()))) {
      if (first.rows() != null) {
        statement.setFetchSize(FETCH_SIZE);
        bind(statement, 1, first);
        consume(statement.executeQuery(), first);
        return -1;
      }
      boolean counted = first.guarded() == null || storage.batchCounts().exactOn(connection);
      if (calls.size() == 1 || !counted) {
        return singly(statement, calls);
      }
      for (Call call : calls) {
        bind(statement, 1, call);
        statement.addBatch();
      }
      int[] counts = statement.executeBatch();
      for (int i = 0; i < counts.length; i++) {
        if (misses(calls.get(i), counts[i])) {
          return i;
        }
      }
      return -1;
    }
  }

  private int singly(PreparedStatement statement, List<Call> calls) throws SQLException {
    for (int i = 0; i < calls.size(); i++) {
      bind(statement, 1, calls.get(i));
      statement.execute();
      if (misses(calls.get(i), statement.getUpdateCount())) {
        return i;
      }
    }
    return -1;
  }

  private void bind(PreparedStatement statement, int from, Call call) throws SQLException {
    @Nullable Object[] values = call.values();
    for (int i = 0; i < values.length; i++) {
      storage.jdbc().bind(statement, from + i, values[i]);
    }
  }

  private static void consume(ResultSet result, Call call) throws SQLException {
    try (result) {
      Call.Rows rows = call.rows();
      while (rows != null && result.next()) {
        rows.accept(result);
      }
    }
  }

  private static boolean misses(Call call, int count) {
    Call.Guarded guarded = call.guarded();
    if (guarded != null && count == Statement.SUCCESS_NO_INFO) {
      throw new StorageFailure(
          "the driver does not say whether "
              + guarded.ref()
              + " was at version "
              + guarded.version()
              + ": its options differ from those of the data source");
    }
    return guarded != null && count == 0;
  }
}
