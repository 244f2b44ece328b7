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
import java.util.function.Consumer;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source whose connections tell what they send. */
final class WatchedDataSource implements DataSource {

  /** The one package of the library that sends SQL; its tests are in other packages. */
  private static final String ENGINE = "io.crmkit.core.kernel.sql.";

  private static final String OURS = "io.crmkit.";
  private static final String HERE = WatchedDataSource.class.getPackageName() + ".";

  /** Migrations are called by the library, too, but their statements are scripts. */
  private static final String MIGRATIONS = "org.flywaydb.";

  private final DataSource delegate;
  private final Consumer<SentStatement> log;

  WatchedDataSource(DataSource delegate, Consumer<SentStatement> log) {
    this.delegate = delegate;
    this.log = log;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return watched(delegate.getConnection());
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return watched(delegate.getConnection(user, password));
  }

  private Connection watched(Connection connection) {
    return proxy(
        Connection.class,
        (method, arguments) -> {
          Object result = call(connection, method, arguments);
          if (result instanceof PreparedStatement prepared && arguments != null) {
            return prepared(prepared, (String) arguments[0]);
          }
          return result instanceof Statement plain ? plain(plain) : result;
        });
  }

  private PreparedStatement prepared(PreparedStatement statement, String sql) {
    boolean byLibrary = sentByLibrary();
    int[] batch = new int[1];
    return proxy(
        PreparedStatement.class,
        (method, arguments) -> {
          String name = method.getName();
          boolean own = arguments == null || arguments.length == 0;
          if (own && name.equals("addBatch")) {
            batch[0]++;
          } else if (name.equals("clearBatch")) {
            batch[0] = 0;
          } else if (name.endsWith("Batch") && batch[0] > 0) {
            log.accept(new SentStatement(sql, batch[0], byLibrary));
            batch[0] = 0;
          } else if (own && name.startsWith("execute") && !name.endsWith("Batch")) {
            log.accept(new SentStatement(sql, 1, byLibrary));
          }
          return call(statement, method, arguments);
        });
  }

  /** A statement that is given its text when it is run. */
  private Statement plain(Statement statement) {
    return proxy(
        Statement.class,
        (method, arguments) -> {
          boolean sends =
              method.getName().startsWith("execute") || method.getName().equals("addBatch");
          if (sends && arguments != null && arguments[0] instanceof String sql) {
            log.accept(new SentStatement(sql, 1, sentByLibrary()));
          }
          return call(statement, method, arguments);
        });
  }

  /** Whether the nearest code that is ours is the SQL engine, with no migration in between. */
  private static boolean sentByLibrary() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .map(StackWalker.StackFrame::getClassName)
                    .filter(name -> name.startsWith(OURS) || name.startsWith(MIGRATIONS))
                    .filter(name -> !name.startsWith(HERE))
                    .findFirst()
                    .filter(name -> name.startsWith(ENGINE))
                    .isPresent());
  }

  private interface Handler {
    @Nullable Object invoke(Method method, @Nullable Object @Nullable [] arguments)
        throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Handler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              if (method.getDeclaringClass() == Object.class && method.getName().equals("equals")) {
                return arguments != null && self == arguments[0];
              }
              return handler.invoke(method, arguments);
            }));
  }

  private static @Nullable Object call(
      Object target, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  @Override
  public @Nullable PrintWriter getLogWriter() throws SQLException {
    return delegate.getLogWriter();
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
    delegate.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    delegate.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return delegate.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return delegate.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return type.isInstance(delegate) ? type.cast(delegate) : delegate.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return type.isInstance(delegate) || delegate.isWrapperFor(type);
  }
}
