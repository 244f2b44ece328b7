package io.crmkit.core.kernel.host;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Connections that remember what they are asked, and can be made to send other texts than those
 * they are given, so that the database really fails.
 */
final class Tampered implements DataSource {

  /** What ends, leaves or changes a transaction or its connection. */
  static final Set<String> THE_OWNERS =
      Set.of(
          "commit",
          "rollback/0",
          "close",
          "abort",
          "setAutoCommit",
          "setTransactionIsolation",
          "setReadOnly",
          "setHoldability",
          "setCatalog",
          "setSchema",
          "setNetworkTimeout",
          "beginRequest",
          "endRequest");

  private final DataSource inner;
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final List<String> texts = new CopyOnWriteArrayList<>();
  private volatile UnaryOperator<String> rewrite = UnaryOperator.identity();
  private volatile Interception interception = (connection, call) -> {};

  /** Does something before a call is passed on. */
  interface Interception {
    void before(Connection connection, String call) throws SQLException;
  }

  Tampered(DataSource inner) {
    this.inner = inner;
  }

  /** Sends what this makes of each text. */
  void rewriting(UnaryOperator<String> operator) {
    rewrite = operator;
  }

  void intercepting(Interception before) {
    interception = before;
  }

  /** Names of the methods that connections were asked for, in order. */
  List<String> calls() {
    return calls;
  }

  /** What was sent, in order. */
  List<String> texts() {
    return texts;
  }

  void forget() {
    calls.clear();
    texts.clear();
  }

  @Override
  public Connection getConnection() throws SQLException {
    return around(inner.getConnection());
  }

  Connection around(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            Tampered.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              String call = method.getName();
              if (call.equals("rollback")) {
                call += "/" + (arguments == null ? 0 : arguments.length);
              }
              calls.add(call);
              interception.before(connection, call);
              Object[] passed = arguments == null ? new Object[0] : arguments.clone();
              if (call.startsWith("prepare") && passed[0] instanceof String text) {
                passed[0] = sent(text);
              }
              Object result = invoke(() -> method.invoke(connection, passed));
              return result instanceof Statement plain && call.equals("createStatement")
                  ? around(plain)
                  : result;
            });
  }

  private Statement around(Statement statement) {
    return (Statement)
        Proxy.newProxyInstance(
            Tampered.class.getClassLoader(),
            new Class<?>[] {Statement.class},
            (proxy, method, arguments) -> {
              Object[] passed = arguments == null ? new Object[0] : arguments.clone();
              if (passed.length > 0 && passed[0] instanceof String text) {
                passed[0] = sent(text);
              }
              return invoke(() -> method.invoke(statement, passed));
            });
  }

  private String sent(String text) {
    String changed = rewrite.apply(text);
    texts.add(changed);
    return changed;
  }

  private interface Reflective {
    Object call() throws ReflectiveOperationException;
  }

  private static Object invoke(Reflective call) throws Throwable {
    try {
      return call.call();
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return around(inner.getConnection(user, password));
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
  public Logger getParentLogger() {
    return Logger.getLogger(Logger.GLOBAL_LOGGER_NAME);
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return inner.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return inner.isWrapperFor(type);
  }
}
