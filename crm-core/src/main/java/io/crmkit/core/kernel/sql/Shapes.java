package io.crmkit.core.kernel.sql;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The texts of statements that go together. The driver prepares each text by itself and keeps only
 * so many: a sequence of statements that comes up for the first time has none, so that what is rare
 * does not push out what is frequent. At most twice {@link #KEPT} texts are in use at a time. Safe
 * for many threads.
 */
final class Shapes {

  /** PostgreSQL's driver keeps 256 texts for each connection. */
  private static final int KEPT = 64;

  private static final String NONE = "";

  private volatile Map<List<String>, String> recent = new ConcurrentHashMap<>();
  private volatile Map<List<String>, String> former = Map.of();

  /**
   * The statements as one text, the same object each time; null if they should be sent by
   * themselves.
   */
  @Nullable String together(List<String> statements) {
    String known = recent.get(statements);
    if (known == null) {
      known = former.get(statements);
      remember(List.copyOf(statements), known == null ? NONE : known);
    }
    if (known == null) {
      return null;
    }
    if (known.isEmpty()) {
      known = String.join("; ", statements);
      recent.put(List.copyOf(statements), known);
    }
    return known;
  }

  private void remember(List<String> statements, String text) {
    if (recent.size() >= KEPT) {
      former = recent;
      recent = new ConcurrentHashMap<>();
    }
    recent.put(statements, text);
  }
}
