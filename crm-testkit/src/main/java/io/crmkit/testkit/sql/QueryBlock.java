package io.crmkit.testkit.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sf.jsqlparser.expression.Expression;
import org.jspecify.annotations.Nullable;

/**
 * One part of a statement that names tables and says which of their rows it means: a select, each
 * branch of a union, a subquery, an update or a delete.
 */
public final class QueryBlock {

  private final @Nullable QueryBlock outer;
  private final Map<String, String> tables = new LinkedHashMap<>();
  private final List<Expression> conditions = new ArrayList<>();
  private final List<String> selected = new ArrayList<>();
  private boolean locking;
  private boolean ordered;

  QueryBlock(@Nullable QueryBlock outer) {
    this.outer = outer;
  }

  /** The block whose columns this one may refer to; null for the outermost. */
  public @Nullable QueryBlock outer() {
    return outer;
  }

  /** Names of real tables by the alias they have here; without derived tables. */
  public Map<String, String> tables() {
    return Map.copyOf(tables);
  }

  /** Conditions all of which must hold: those of {@code where} and of joins. */
  public List<Expression> conditions() {
    return List.copyOf(conditions);
  }

  /** What is selected, as text; empty for updates and deletes. */
  public List<String> selected() {
    return List.copyOf(selected);
  }

  /** Whether it locks the rows that it finds. */
  public boolean locking() {
    return locking;
  }

  /** Whether it has an order. */
  public boolean ordered() {
    return ordered;
  }

  void table(String alias, String name) {
    tables.put(alias, name);
  }

  void condition(Expression condition) {
    conditions.add(condition);
  }

  void select(String item) {
    selected.add(item);
  }

  void lock() {
    locking = true;
  }

  void order() {
    ordered = true;
  }
}
