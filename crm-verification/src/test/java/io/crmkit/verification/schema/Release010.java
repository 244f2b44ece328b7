package io.crmkit.verification.schema;

import io.crmkit.core.kernel.sql.Dialect;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The tables as release 0.1.0 made them: the first script of every module, run by Flyway in the way
 * of that release, which knew H2 and PostgreSQL.
 */
final class Release010 {

  static final String VERSION = "001";

  /** Folders of scripts by module, in the order in which modules depend on another. */
  static final Map<String, String> FOLDERS = new LinkedHashMap<>();

  static {
    FOLDERS.put("kernel", "io/crmkit/core/kernel/migration");
    FOLDERS.put("customers", "io/crmkit/core/customer/migration");
    FOLDERS.put("documents", "io/crmkit/core/document/migration");
    FOLDERS.put("sales", "io/crmkit/sales/migration");
    FOLDERS.put("service", "io/crmkit/service/migration");
    FOLDERS.put("assets", "io/crmkit/assets/migration");
    FOLDERS.put("proposals", "io/crmkit/proposals/migration");
  }

  private Release010() {}

  static void make(DataSource dataSource, Dialect dialect) {
    FOLDERS.forEach(
        (module, folder) ->
            Flyway.configure(Release010.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:" + folder)
                .table("crm_schema_" + module)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .target(VERSION)
                .placeholders(dialect.placeholders())
                .load()
                .migrate());
  }
}
