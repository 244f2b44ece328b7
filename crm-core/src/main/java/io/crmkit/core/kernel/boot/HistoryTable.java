package io.crmkit.core.kernel.boot;

import io.crmkit.core.kernel.sql.Dialect;
import io.crmkit.core.kernel.sql.SchemaName;
import java.util.ArrayList;
import java.util.List;

/**
 * The table in which Flyway keeps what was run of one module: as Flyway itself would make it, with
 * the row that says that everything began from nothing. A test compares it with one of Flyway's.
 *
 * @param schema where it is
 * @param name without the schema
 */
record HistoryTable(Dialect dialect, SchemaName schema, String name) {

  private static final List<String> COLUMNS =
      List.of(
          "installed_rank",
          "version",
          "description",
          "type",
          "script",
          "checksum",
          "installed_by",
          "installed_on",
          "execution_time",
          "success");

  /** By a row of its own Flyway can lock the table on H2, however empty the history is. */
  private static final List<String> MARK =
      row("-1", "NULL", "'<< Flyway Schema History table created >>'", "'TABLE'", "''", "NULL");

  private static final List<String> BASELINE =
      row("1", "'0'", "'<< Flyway Baseline >>'", "'BASELINE'", "'<< Flyway Baseline >>'", "NULL");

  /**
   * Makes the table; where it is there already, nothing is changed. On H2 and MariaDB that is one
   * statement, which no other can come between. (H2 does without Flyway's index on success: it
   * cannot be made in that statement, and the few rows do not need it.)
   */
  List<String> create() {
    String index = quoted(name + "_s_idx");
    String success = "(" + quoted("success") + ")";
    return switch (dialect) {
      case H2 ->
          List.of(table("INT", "") + " AS " + selected(MARK) + " UNION ALL " + selected(BASELINE));
      case POSTGRESQL ->
          List.of(
              table("INTEGER", ""),
              "INSERT INTO "
                  + qualified()
                  + " "
                  + selected(BASELINE)
                  + " WHERE NOT EXISTS (SELECT 1 FROM "
                  + qualified()
                  + ")",
              "CREATE INDEX IF NOT EXISTS " + index + " ON " + qualified() + " " + success);
      case MARIADB ->
          List.of(table("INT", ", INDEX " + index + " " + success) + " AS " + selected(BASELINE));
    };
  }

  /** Says that the script was run. */
  String ran(Script script) {
    String next = "coalesce(max(" + quoted("installed_rank") + "), 0) + 1";
    List<String> row =
        row(
            next,
            literal(script.version()),
            literal(script.description()),
            "'SQL'",
            literal(script.name()),
            Integer.toString(script.checksum()));
    return "INSERT INTO " + qualified() + " " + selected(row) + " FROM " + qualified();
  }

  String qualified() {
    return schema.in(quoted(name));
  }

  static String quoted(Dialect dialect, String word) {
    return dialect == Dialect.MARIADB ? "`" + word + "`" : "\"" + word + "\"";
  }

  private String table(String number, String more) {
    return "CREATE TABLE IF NOT EXISTS "
        + qualified()
        + " ("
        + String.join(
            ", ",
            quoted("installed_rank") + " INT NOT NULL",
            quoted("version") + " VARCHAR(50)",
            quoted("description") + " VARCHAR(200) NOT NULL",
            quoted("type") + " VARCHAR(20) NOT NULL",
            quoted("script") + " VARCHAR(1000) NOT NULL",
            quoted("checksum") + " " + number,
            quoted("installed_by") + " VARCHAR(100) NOT NULL",
            quoted("installed_on") + " TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP",
            quoted("execution_time") + " " + number + " NOT NULL",
            quoted("success") + " BOOLEAN NOT NULL",
            "CONSTRAINT "
                + quoted(name + "_pk")
                + " PRIMARY KEY ("
                + quoted("installed_rank")
                + ")")
        + more
        + ")";
  }

  private static List<String> row(String... first) {
    List<String> row = new ArrayList<>(List.of(first));
    row.addAll(List.of("current_user", "CURRENT_TIMESTAMP", "0", "TRUE"));
    return row;
  }

  /** MariaDB tells the columns of a selected row by their names. */
  private String selected(List<String> row) {
    List<String> named = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      named.add(row.get(i) + " AS " + quoted(COLUMNS.get(i)));
    }
    return "SELECT " + String.join(", ", named);
  }

  private String quoted(String word) {
    return quoted(dialect, word);
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
