package io.crmkit.testkit.storage;

import io.crmkit.api.CrmBuilder;
import java.util.Optional;
import javax.sql.DataSource;

/** One place for data. Closing it throws the data away, except for databases in files. */
public interface TestPlace extends AutoCloseable {

  /** Tells the builder to keep its data here. */
  void configure(CrmBuilder builder);

  /** The database, for looking behind the scenes; empty on memory. */
  Optional<DataSource> dataSource();

  @Override
  void close();
}
