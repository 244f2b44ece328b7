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

/** The examples of docs/schema.md. */
final class SchemaExample {

  private SchemaExample() {}

  static Crm migrating(DataSource dataSource) {
    // begin docs/schema.md
    Crm crm = Crm.builder(AccessPolicy.allowAll()).dataSource(dataSource).open();
    // end docs/schema.md
    return crm;
  }

  static Crm validating(DataSource dataSource) {
    // begin docs/schema.md
    Crm crm =
        Crm.builder(AccessPolicy.allowAll())
            .dataSource(dataSource)
            .schema(CrmBuilder.Schema.VALIDATE)
            .open();
    // end docs/schema.md
    return crm;
  }

  static void export(DataSource production, Path folder) throws IOException {
    // begin docs/schema.md
    SchemaScripts scripts =
        Crm.builder(AccessPolicy.allowAll()).scripts(DatabaseProduct.POSTGRESQL);

    Files.writeString(folder.resolve("crm-install.sql"), scripts.install());
    Files.writeString(folder.resolve("crm-upgrade.sql"), scripts.upgrade(production));
    Files.writeString(folder.resolve("crm-citus.sql"), scripts.distribute());
    // end docs/schema.md
  }

  static Crm apart(DataSource dataSource) {
    // begin docs/schema.md
    Crm crm = Crm.builder(AccessPolicy.allowAll()).dataSource(dataSource).schemaName("crm").open();
    // end docs/schema.md
    return crm;
  }
}
