package io.crmkit.core.kernel.sql;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The schema that the tables are in; MariaDB calls it a database.
 *
 * @param name as statements name it, without quotes; empty if they name none
 */
public record SchemaName(String name) {

  /** Tables are found without saying where. */
  public static final SchemaName CURRENT = new SchemaName("");

  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,62}");

  /**
   * @throws IllegalArgumentException unless the name can be written without quotes
   */
  public static SchemaName of(String name) {
    if (!WORD.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a schema is named by a word of letters, digits and '_', not by '" + name + "'");
    }
    return new SchemaName(name);
  }

  public boolean isCurrent() {
    return name.isEmpty();
  }

  /** A table as statements name it. */
  public String in(String table) {
    return isCurrent() ? table : name + "." + table;
  }

  /** As the database's own tables have it. */
  public String stored(Dialect dialect) {
    return switch (dialect) {
      case H2 -> name.toUpperCase(Locale.ROOT);
      case POSTGRESQL -> name.toLowerCase(Locale.ROOT);
      case MARIADB -> name;
    };
  }
}
