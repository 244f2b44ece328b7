package io.crmkit.verification.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.testkit.storage.DatabasePlace;
import io.crmkit.testkit.storage.MariaDbStorage;
import io.crmkit.testkit.storage.PostgresStorage;
import io.crmkit.testkit.storage.TestPlace;
import io.crmkit.testkit.upgrade.Release010;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that start at once on an empty database share one migration. */
class NodesTest {

  private static final int NODES = 3;

  @Test
  void onPostgres() throws Exception {
    try (TestPlace place = new PostgresStorage().open()) {
      startTogether(place);
    }
  }

  @Test
  void onMariaDb() throws Exception {
    try (TestPlace place = new MariaDbStorage().open()) {
      startTogether(place);
    }
  }

  /** The first process to come serves the others. */
  @Test
  void onAFileOfH2(@TempDir Path folder) throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("crm") + ";AUTO_SERVER=TRUE;WRITE_DELAY=0";
    // Holds the file open, as a process that comes first and stays would: H2 refuses those that
    // come in the moment in which its owner leaves.
    try (DatabasePlace place = DatabasePlace.at(url, "sa")) {
      startTogether(place);
    }
  }

  private static void startTogether(TestPlace place) throws Exception {
    DataSource database = place.dataSource().orElseThrow();
    String url;
    String user;
    String quote;
    try (Connection connection = database.getConnection()) {
      url = connection.getMetaData().getURL();
      user = connection.getMetaData().getUserName().replaceAll("@.*", "");
      quote = connection.getMetaData().getIdentifierQuoteString();
    }
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < NODES; i++) {
      nodes.add(Node.waiting(url.startsWith("jdbc:h2") ? h2(url) : url, user));
    }

    for (Node node : nodes) {
      node.go();
    }
    for (Node node : nodes) {
      node.ended();
    }

    assertThat(SqlScripts.rows(database, "select count(*) from crm_customer"))
        .containsExactly(String.valueOf(NODES));
    for (String module : Release010.modules()) {
      String history = "select ?version? from ?crm_schema_" + module + "? where ?type? <> 'TABLE'";
      assertThat(SqlScripts.rows(database, history.replace("?", quote)))
          .as(module)
          .doesNotHaveDuplicates()
          .contains("0", "001");
    }
  }

  /** The driver leaves the options out of the URL that it tells. */
  private static String h2(String url) {
    return url.contains("AUTO_SERVER") ? url : url + ";AUTO_SERVER=TRUE;WRITE_DELAY=0";
  }
}
