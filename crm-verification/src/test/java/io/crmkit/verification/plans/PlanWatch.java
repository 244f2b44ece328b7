package io.crmkit.verification.plans;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source that has every prepared statement explained before it is run, with the very values
 * that it was given, except that the tenant is another: what was done for a tenant of a few records
 * is so explained for one that fills the tables. For one thread at a time.
 */
final class PlanWatch {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String tenant;
  private final String explainedFor;
  private final List<Plan> plans = new ArrayList<>();

  /**
   * @param tenant the key of the tenant for which things are done
   * @param explainedFor the key of the one for which they are explained
   */
  PlanWatch(String tenant, String explainedFor) {
    this.tenant = tenant;
    this.explainedFor = explainedFor;
  }

  /** The plans since this was last asked. */
  List<Plan> take() {
    List<Plan> taken = List.copyOf(plans);
    plans.clear();
    return taken;
  }

  DataSource watch(DataSource inner) {
    return proxy(
        DataSource.class,
        (method, arguments) -> {
          Object result = call(inner, method, arguments);
          return result instanceof Connection connection ? watched(connection) : result;
        });
  }

  private Connection watched(Connection connection) {
    return proxy(
        Connection.class,
        (method, arguments) -> {
          Object result = call(connection, method, arguments);
          if (result instanceof PreparedStatement statement && arguments != null) {
            return new Watched(connection, String.valueOf(arguments[0]), statement).proxied();
          }
          return result;
        });
  }

  private record Setting(Method method, @Nullable Object[] arguments) {}

  /** One prepared statement, which may hold several separated by semicolons. */
  private final class Watched {
    private final Connection connection;
    private final String sql;
    private final PreparedStatement statement;
    private final Map<Integer, Setting> settings = new TreeMap<>();

    Watched(Connection connection, String sql, PreparedStatement statement) {
      this.connection = connection;
      this.sql = sql;
      this.statement = statement;
    }

    PreparedStatement proxied() {
      return proxy(
          PreparedStatement.class,
          (method, arguments) -> {
            String name = method.getName();
            if (name.startsWith("set")
                && arguments != null
                && arguments.length > 1
                && arguments[0] instanceof Integer index) {
              settings.put(index, new Setting(method, arguments.clone()));
            } else if (name.equals("addBatch") || name.startsWith("execute") && !batch(name)) {
              explain();
            }
            return call(statement, method, arguments);
          });
    }

    private boolean batch(String name) {
      return name.contains("Batch");
    }

    private void explain() throws Throwable {
      int first = 1;
      for (String part : parts(sql)) {
        int count = (int) part.chars().filter(c -> c == '?').count();
        if (part.strip().matches("(?is)(select|insert|update|delete|with|\\().*")) {
          explain(part.strip(), first);
        }
        first += count;
      }
    }

    private void explain(String part, int first) throws Throwable {
      try (PreparedStatement explained =
          connection.prepareStatement("explain (format json) " + part)) {
        for (int i = 0; i < part.chars().filter(c -> c == '?').count(); i++) {
          Setting setting = settings.get(first + i);
          if (setting == null) {
            throw new IllegalStateException("no value " + (first + i) + " in " + sql);
          }
          @Nullable Object[] arguments = setting.arguments().clone();
          arguments[0] = i + 1;
          if (tenant.equals(arguments[1])) {
            arguments[1] = explainedFor;
          }
          call(explained, setting.method(), arguments);
        }
        plans.add(read(part, explained));
      }
    }
  }

  private static Plan read(String sql, PreparedStatement explained)
      throws SQLException, JsonProcessingException {
    try (ResultSet rows = explained.executeQuery()) {
      rows.next();
      return new Plan(sql, JSON.readTree(rows.getString(1)).path(0).path("Plan"));
    }
  }

  /** No text of ours has a semicolon or a question mark within quotes. */
  private static List<String> parts(String sql) {
    return List.of(sql.split(";"));
  }

  private interface Handler {
    @Nullable Object invoke(Method method, @Nullable Object @Nullable [] arguments)
        throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Handler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            PlanWatch.class.getClassLoader(),
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
}
