package io.crmkit.testkit.storage;

import io.crmkit.api.CrmBuilder;
import java.util.Optional;
import javax.sql.DataSource;

/** The kernel's own memory. */
public final class MemoryStorage implements TestStorage {

  @Override
  public String name() {
    return "MEMORY";
  }

  @Override
  public TestPlace open() {
    return new TestPlace() {
      @Override
      public void configure(CrmBuilder builder) {
        builder.inMemory();
      }

      @Override
      public Optional<DataSource> dataSource() {
        return Optional.empty();
      }

      @Override
      public void close() {}
    };
  }
}
