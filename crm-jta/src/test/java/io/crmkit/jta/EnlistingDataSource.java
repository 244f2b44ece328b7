package io.crmkit.jta;

import jakarta.transaction.RollbackException;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import javax.sql.DataSource;
import javax.sql.XAConnection;
import javax.sql.XADataSource;

/**
 * What an application server's pool does: each connection takes part in the current transaction as
 * a branch of its own. Closing it before the transaction has ended changes nothing (H2 would roll
 * back); the physical one is closed afterwards.
 */
final class EnlistingDataSource implements DataSource {

  private final TransactionManager manager;
  private final XADataSource source;

  EnlistingDataSource(TransactionManager manager, XADataSource source) {
    this.manager = manager;
    this.source = source;
  }

  @Override
  public Connection getConnection() throws SQLException {
    XAConnection physical = source.getXAConnection();
    // Before it takes part: PostgreSQL's driver turns auto-commit on with each handle.
    Connection connection = physical.getConnection();
    try {
      Transaction transaction = manager.getTransaction();
      if (transaction == null || !transaction.enlistResource(physical.getXAResource())) {
        throw new SQLException("no transaction to take part in");
      }
      transaction.registerSynchronization(new Closing(physical));
      return handle(connection);
    } catch (RollbackException | SystemException e) {
      throw new SQLException(e);
    }
  }

  private static Connection handle(Connection connection) {
    AtomicBoolean closed = new AtomicBoolean();
    InvocationHandler calls =
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "close" -> {
                closed.set(true);
                yield null;
              }
              case "isClosed" -> closed.get();
              case "hashCode" -> System.identityHashCode(proxy);
              case "equals" -> proxy == arguments[0];
              default -> called(connection, method, arguments);
            };
    return (Connection)
        Proxy.newProxyInstance(
            EnlistingDataSource.class.getClassLoader(), new Class<?>[] {Connection.class}, calls);
  }

  private static Object called(Connection connection, Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(connection, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** After the transaction. */
  private record Closing(XAConnection physical) implements Synchronization {

    @Override
    public void beforeCompletion() {}

    @Override
    public void afterCompletion(int status) {
      try {
        physical.close();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public Connection getConnection(String user, String password) {
    throw new UnsupportedOperationException();
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return source.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    source.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    source.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return source.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger(Logger.GLOBAL_LOGGER_NAME);
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("no " + type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
