package io.crmkit.core.kernel;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.concurrent.atomic.AtomicInteger;

/** A host's connection that counts how often something is sent to the database. */
final class CountingConnection {

  private final Connection connection;
  private final AtomicInteger sent = new AtomicInteger();

  CountingConnection(Connection connection) {
    this.connection = connection;
  }

  /** What was sent since the last time it was asked; a batch counts once. */
  int sent() {
    return sent.getAndSet(0);
  }

  Connection connection() {
    return proxy(
        Connection.class,
        (method, arguments) -> {
          Object result = method.invoke(connection, arguments);
          return result instanceof PreparedStatement statement ? counting(statement) : result;
        });
  }

  private PreparedStatement counting(PreparedStatement statement) {
    return proxy(
        PreparedStatement.class,
        (method, arguments) -> {
          if (method.getName().startsWith("execute")) {
            sent.incrementAndGet();
          }
          return method.invoke(statement, arguments);
        });
  }

  private interface Call {
    Object on(Method method, Object[] arguments)
        throws IllegalAccessException, InvocationTargetException;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              try {
                return call.on(method, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
