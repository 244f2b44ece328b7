package io.crmkit.testkit.upgrade;

import io.crmkit.core.kernel.sql.Dialect;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The tables as release 0.1.0 made them: the first script of every module, run by Flyway in the way
 * of that release, which knew H2 and PostgreSQL. All modules must be on the class path.
 */
public final class Release010 {

  /** The version of every module's last script. */
  public static final String VERSION = "001";

  private record Module(String id, String folder) {}

  /** In the order in which they depend on another. */
  private static final List<Module> MODULES =
      List.of(
          new Module("kernel", "io/crmkit/core/kernel/migration"),
          new Module("customers", "io/crmkit/core/customer/migration"),
          new Module("documents", "io/crmkit/core/document/migration"),
          new Module("sales", "io/crmkit/sales/migration"),
          new Module("service", "io/crmkit/service/migration"),
          new Module("assets", "io/crmkit/assets/migration"),
          new Module("proposals", "io/crmkit/proposals/migration"));

  private Release010() {}

  /** The ids of its modules. */
  public static List<String> modules() {
    return MODULES.stream().map(Module::id).toList();
  }

  /** Makes the tables in an empty database. */
  public static void make(DataSource dataSource, Dialect dialect) {
    for (Module module : MODULES) {
      Flyway.configure(Release010.class.getClassLoader())
          .dataSource(dataSource)
          .locations("classpath:" + module.folder())
          .table("crm_schema_" + module.id())
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .target(VERSION)
          .placeholders(dialect.placeholders())
          .load()
          .migrate();
    }
  }
}
