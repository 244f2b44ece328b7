package io.crmkit.verification.documents;

import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.DatabaseProduct;
import io.crmkit.api.SchemaScripts;
import io.crmkit.api.access.AccessPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;

/** The examples that docs/schema.md shows between the marks. */
final class SchemaExample {

  private SchemaExample() {}

  static Crm migrating(DataSource dataSource) {
    // schema.md migrate begins
    Crm crm = Crm.builder(AccessPolicy.allowAll()).dataSource(dataSource).open();
    // schema.md migrate ends
    return crm;
  }

  static Crm validating(DataSource dataSource) {
    // schema.md validate begins
    Crm crm =
        Crm.builder(AccessPolicy.allowAll())
            .dataSource(dataSource)
            .schema(CrmBuilder.Schema.VALIDATE)
            .open();
    // schema.md validate ends
    return crm;
  }

  static void export(DataSource production, Path folder) throws IOException {
    // schema.md export begins
    SchemaScripts scripts =
        Crm.builder(AccessPolicy.allowAll()).scripts(DatabaseProduct.POSTGRESQL);

    Files.writeString(folder.resolve("crm-install.sql"), scripts.install());
    Files.writeString(folder.resolve("crm-upgrade.sql"), scripts.upgrade(production));
    Files.writeString(folder.resolve("crm-citus.sql"), scripts.distribute());
    // schema.md export ends
  }

  static Crm apart(DataSource dataSource) {
    // schema.md apart begins
    Crm crm = Crm.builder(AccessPolicy.allowAll()).dataSource(dataSource).schemaName("crm").open();
    // schema.md apart ends
    return crm;
  }
}
