package io.crmkit.testkit;

import io.crmkit.testkit.sql.ParsedStatement;
import io.crmkit.testkit.sql.SentStatement;
import io.crmkit.testkit.sql.StatementRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Every statement that the library has sent in the tests of this JVM, each kept once. */
final class LibraryStatements {

  private static final Set<String> SENT = ConcurrentHashMap.newKeySet();
  private static final Set<String> CHECKED = ConcurrentHashMap.newKeySet();

  private LibraryStatements() {}

  static void add(SentStatement statement) {
    if (statement.byLibrary()) {
      SENT.add(ParsedStatement.normalised(statement.sql()));
    }
  }

  /** What is wrong with statements that were not looked at before; empty if nothing. */
  static List<String> newFaults() {
    List<String> faults = new ArrayList<>();
    for (String sql : SENT) {
      if (CHECKED.add(sql)) {
        faults.addAll(StatementRules.faults(sql));
      }
    }
    return faults;
  }

  /** Their texts, sorted; each in one line. */
  static List<String> all() {
    return List.copyOf(new TreeSet<>(SENT));
  }
}
