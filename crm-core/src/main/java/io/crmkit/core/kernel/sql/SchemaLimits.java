package io.crmkit.core.kernel.sql;

import io.crmkit.api.error.InvalidInput;
import io.crmkit.core.kernel.model.Column;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long a text each column holds. Checked before a statement is sent: a statement that fails
 * would cost the host its transaction on some databases.
 */
public final class SchemaLimits {

  private final Map<String, Integer> lengths = new HashMap<>();

  void put(String table, String column, int length) {
    lengths.put(table + "." + column, length);
  }

  /** How many characters the column holds; the greatest number if it has no limit. */
  int of(String table, Column column) {
    return lengths.getOrDefault(table + "." + column.name(), Integer.MAX_VALUE);
  }

  /**
   * @throws InvalidInput naming the path, if the text is longer than the column
   */
  void check(String table, Column column, @Nullable Object value) {
    if (value instanceof String text) {
      int length = of(table, column);
      if (text.length() > length) {
        throw new InvalidInput(column.path(), "is longer than " + length + " characters");
      }
    }
  }
}
