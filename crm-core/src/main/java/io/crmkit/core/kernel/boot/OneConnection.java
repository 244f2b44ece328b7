package io.crmkit.core.kernel.boot;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source that hands out one connection of another again and again, since Flyway asks for
 * several at once and a host may have no more than one. For one thread at a time. Flyway's lock
 * does not last through it: nobody else may migrate meanwhile.
 */
final class OneConnection implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final DataSource inner;
  private @Nullable Connection connection;

  OneConnection(DataSource inner) {
    this.inner = inner;
  }

  /** Whether the data source gives a second connection soon while one is out. */
  static boolean hasAnother(DataSource inner) throws SQLException {
    CompletableFuture<Boolean> given = new CompletableFuture<>();
    try (Connection first = inner.getConnection()) {
      Thread asking = new Thread(() -> given.complete(gives(inner)), "crmkit-second-connection");
      asking.setDaemon(true);
      asking.start();
      return given.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) && !first.isClosed();
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean gives(DataSource inner) {
    try (Connection second = inner.getConnection()) {
      return !second.isClosed();
    } catch (SQLException | RuntimeException e) {
      return false;
    }
  }

  DataSource dataSource() {
    return proxy(
        DataSource.class,
        (proxy, method, arguments) ->
            method.getName().equals("getConnection") ? shared() : invoke(inner, method, arguments));
  }

  private Connection shared() throws SQLException {
    Connection taken = connection;
    if (taken == null) {
      taken = inner.getConnection();
      connection = taken;
    }
    Connection target = taken;
    return proxy(
        Connection.class,
        (proxy, method, arguments) ->
            method.getName().equals("close") ? null : invoke(target, method, arguments));
  }

  /** Gives the connection back, if it was taken; it can be taken again. */
  @Override
  public void close() throws SQLException {
    Connection taken = connection;
    connection = null;
    if (taken != null) {
      taken.close();
    }
  }

  private interface Handler {
    @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
        throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Handler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            OneConnection.class.getClassLoader(), new Class<?>[] {type}, handler::invoke));
  }

  private static @Nullable Object invoke(
      Object target, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
