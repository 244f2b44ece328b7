package io.crmkit.core.kernel.boot;

import io.crmkit.core.kernel.sql.Dialect;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The host's database for those who run migration scripts: each statement is run as {@link
 * Dialect#scripted} says. Scripts are the same on every database, and so are their checksums.
 */
final class ScriptDataSource {

  private ScriptDataSource() {}

  /** The same data source, if the dialect runs scripts as they are. */
  static DataSource of(DataSource dataSource, Dialect dialect) {
    return dialect == Dialect.MARIADB
        ? proxy(DataSource.class, (method, arguments) -> connected(dataSource, method, arguments))
        : dataSource;
  }

  private static @Nullable Object connected(
      DataSource dataSource, Method method, @Nullable Object[] arguments) throws Throwable {
    Object result = call(dataSource, method, arguments);
    return result instanceof Connection connection
        ? proxy(Connection.class, (m, a) -> stated(connection, m, a))
        : result;
  }

  private static @Nullable Object stated(
      Connection connection, Method method, @Nullable Object[] arguments) throws Throwable {
    Object result = call(connection, method, arguments);
    return method.getName().equals("createStatement") && result instanceof Statement statement
        ? proxy(Statement.class, (m, a) -> call(statement, m, scripted(a)))
        : result;
  }

  /** Statements take a text in one place only: what they shall run. */
  private static @Nullable Object[] scripted(@Nullable Object[] arguments) {
    @Nullable Object[] scripted = arguments.clone();
    for (int i = 0; i < scripted.length; i++) {
      if (scripted[i] instanceof String sql) {
        scripted[i] = Dialect.MARIADB.scripted(sql);
      }
    }
    return scripted;
  }

  @FunctionalInterface
  private interface Handler {
    @Nullable Object call(Method method, @Nullable Object[] arguments) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Handler handler) {
    Object proxy =
        Proxy.newProxyInstance(
            ScriptDataSource.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                handler.call(method, arguments == null ? new Object[0] : arguments));
    return type.cast(proxy);
  }

  private static @Nullable Object call(Object target, Method method, @Nullable Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
