package io.crmkit.testkit.sql;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Another data source, watched: counts what is executed through it and tells the texts to whoever
 * wants to know. Safe for many threads; the counts are then those of all of them.
 *
 * <pre>{@code
 * CountingDataSource counted = CountingDataSource.around(place.dataSource().orElseThrow());
 * Crm crm = Crm.builder(policy).dataSource(counted).open();
 * SqlCount before = counted.count();
 * ...
 * assertThat(counted.count().since(before).statements()).isEqualTo(2);
 * }</pre>
 */
public final class CountingDataSource implements DataSource {

  private final DataSource inner;
  private final Consumer<String> listener;
  private final AtomicLong statements = new AtomicLong();
  private final AtomicLong calls = new AtomicLong();

  private CountingDataSource(DataSource inner, Consumer<String> listener) {
    this.inner = inner;
    this.listener = listener;
  }

  public static CountingDataSource around(DataSource inner) {
    return new CountingDataSource(inner, sql -> {});
  }

  /**
   * @param listener told each text when it is executed, once for a batch; called by the thread that
   *     executes
   */
  public static CountingDataSource around(DataSource inner, Consumer<String> listener) {
    return new CountingDataSource(inner, listener);
  }

  /** What was sent so far. */
  public SqlCount count() {
    return new SqlCount(statements.get(), calls.get());
  }

  /** Statements in a text of several, which are separated by semicolons. */
  public static int statementsIn(String sql) {
    int count = 0;
    boolean quoted = false;
    boolean blank = true;
    for (int i = 0; i < sql.length(); i++) {
      char c = sql.charAt(i);
      quoted ^= c == '\'';
      if (c == ';' && !quoted) {
        count += blank ? 0 : 1;
        blank = true;
      } else if (!Character.isWhitespace(c)) {
        blank = false;
      }
    }
    return blank ? count : count + 1;
  }

  private void executed(String sql, int times) {
    calls.incrementAndGet();
    statements.addAndGet((long) statementsIn(sql) * times);
    listener.accept(sql);
  }

  @Override
  public Connection getConnection() throws SQLException {
    return watched(inner.getConnection());
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    return watched(inner.getConnection(username, password));
  }

  private Connection watched(Connection connection) {
    return proxy(Connection.class, new WatchedConnection(connection));
  }

  private static <T> T proxy(Class<T> type, Watched handler) {
    return type.cast(
        Proxy.newProxyInstance(
            CountingDataSource.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> handler.invoke(method, arguments)));
  }

  private static @Nullable Object call(
      Object target, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private interface Watched {
    @Nullable Object invoke(Method method, @Nullable Object @Nullable [] arguments)
        throws Throwable;
  }

  /** Ends of transactions count as calls if there was anything to end. */
  private final class WatchedConnection implements Watched {
    private final Connection connection;
    private boolean open;

    WatchedConnection(Connection connection) {
      this.connection = connection;
    }

    @Override
    public @Nullable Object invoke(Method method, @Nullable Object @Nullable [] arguments)
        throws Throwable {
      Object result = call(connection, method, arguments);
      switch (method.getName()) {
        case "setSavepoint", "releaseSavepoint" -> calls.incrementAndGet();
        case "commit" -> ended();
        case "rollback" -> {
          if (arguments == null) {
            ended();
          } else {
            calls.incrementAndGet();
          }
        }
        default -> {}
      }
      if (result instanceof PreparedStatement statement) {
        String sql = arguments == null ? "" : String.valueOf(arguments[0]);
        return proxy(PreparedStatement.class, new WatchedStatement(this, statement, sql));
      }
      return result instanceof Statement statement
          ? proxy(Statement.class, new WatchedStatement(this, statement, null))
          : result;
    }

    private void ended() {
      if (open) {
        calls.incrementAndGet();
      }
      open = false;
    }

    /** A text that ends with the commit leaves nothing to end. */
    private void used(String sql) throws SQLException {
      open = !connection.getAutoCommit() && !sql.endsWith("; commit");
    }
  }

  private final class WatchedStatement implements Watched {
    private final WatchedConnection connection;
    private final Statement statement;
    private final @Nullable String prepared;
    private final List<String> batch = new ArrayList<>();

    WatchedStatement(WatchedConnection connection, Statement statement, @Nullable String prepared) {
      this.connection = connection;
      this.statement = statement;
      this.prepared = prepared;
    }

    @Override
    public @Nullable Object invoke(Method method, @Nullable Object @Nullable [] arguments)
        throws Throwable {
      String text = prepared;
      if (arguments != null && arguments.length > 0 && arguments[0] instanceof String sql) {
        text = prepared == null ? sql : prepared;
      }
      switch (method.getName()) {
        case "addBatch" -> batch.add(String.valueOf(text));
        case "executeBatch", "executeLargeBatch" -> {
          if (!batch.isEmpty()) {
            executed(batch.get(0), batch.size());
          }
          batch.clear();
          connection.used(String.valueOf(text));
        }
        case "execute", "executeQuery", "executeUpdate", "executeLargeUpdate" -> {
          executed(String.valueOf(text), 1);
          connection.used(String.valueOf(text));
        }
        default -> {}
      }
      return call(statement, method, arguments);
    }
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return inner.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    inner.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    inner.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return inner.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return inner.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return type.isInstance(this) ? type.cast(this) : inner.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return type.isInstance(this) || inner.isWrapperFor(type);
  }
}
