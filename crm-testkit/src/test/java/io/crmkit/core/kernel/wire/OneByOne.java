package io.crmkit.core.kernel.wire;

import io.crmkit.api.CrmBuilder;
import io.crmkit.testkit.storage.PostgresStorage;
import io.crmkit.testkit.storage.TestPlace;
import io.crmkit.testkit.storage.TestStorage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.util.Optional;
import javax.sql.DataSource;

/** PostgreSQL behind a driver that gives itself another name: statements are sent one by one. */
public final class OneByOne implements TestStorage {

  @Override
  public String name() {
    return "POSTGRES one by one";
  }

  @Override
  public TestPlace open() {
    TestPlace place = new PostgresStorage().open();
    DataSource renamed = renamed(DataSource.class, place.dataSource().orElseThrow());
    return new TestPlace() {
      @Override
      public void configure(CrmBuilder builder) {
        builder.dataSource(renamed);
      }

      @Override
      public Optional<DataSource> dataSource() {
        return Optional.of(renamed);
      }

      @Override
      public void close() {
        place.close();
      }
    };
  }

  private static <T> T renamed(Class<T> type, T target) {
    return type.cast(
        Proxy.newProxyInstance(
            OneByOne.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              if (method.getName().equals("getDriverName")) {
                return "another driver";
              }
              try {
                Object result = method.invoke(target, arguments);
                if (result instanceof Connection connection) {
                  return renamed(Connection.class, connection);
                }
                return result instanceof DatabaseMetaData metaData
                    ? renamed(DatabaseMetaData.class, metaData)
                    : result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
