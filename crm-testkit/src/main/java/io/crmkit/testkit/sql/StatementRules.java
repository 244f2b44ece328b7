package io.crmkit.testkit.sql;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.select.Values;
import org.jspecify.annotations.Nullable;

/**
 * What every statement must keep to, so that tenants can be spread over several database machines:
 * each table of each part of it has an equality on {@code tenant_id} (or names rows in pairs with
 * it), rows are never locked beyond one tenant, times and numbers come as parameters, and nothing
 * has an order over all tenants.
 */
public final class StatementRules {

  static final String TENANT = "tenant_id";

  /**
   * Statements that look at all tenants, by the one table they name: they count by tenant, lock
   * nothing and have no order.
   */
  private static final Map<String, String> ACROSS_TENANTS =
      Map.of(
          "crm_delivery", "the relay asks which tenants have events that are due",
          "crm_timer", "the relay asks which tenants have timers that are due",
          "crm_used_key", "clearing asks, once an hour, which tenants have old keys",
          "crm_lock", "clearing asks, once an hour, which tenants have old names");

  private static final Pattern COUNTED = Pattern.compile("(?i)\\bgroup by (\\w+\\.)?" + TENANT);

  /** Values that differ between machines, or that only one machine could give out. */
  private static final Pattern NOT_A_PARAMETER =
      Pattern.compile(
          "(?i)\\b(now|clock_timestamp|statement_timestamp|transaction_timestamp|sysdate|getdate"
              + "|curdate|curtime|unix_timestamp|random|rand|uuid|gen_random_uuid|random_uuid"
              + "|nextval|currval|lastval|setval|last_insert_id|identity|scope_identity)\\s*\\("
              + "|\\b(current_timestamp|current_date|current_time|localtimestamp|localtime"
              + "|utc_timestamp)\\b|\\bnext value for\\b");

  private static final Pattern LITERAL = Pattern.compile("'[^']*'");

  private StatementRules() {}

  /** What is wrong with the text, which may be several statements; empty if nothing. */
  public static List<String> faults(String sql) {
    List<String> faults = new ArrayList<>();
    List<ParsedStatement> statements;
    try {
      statements = ParsedStatement.of(sql);
    } catch (IllegalArgumentException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
    for (ParsedStatement statement : statements) {
      for (String fault : faults(statement)) {
        faults.add(fault + ": " + statement.text());
      }
    }
    return faults;
  }

  private static List<String> faults(ParsedStatement statement) {
    List<String> faults = new ArrayList<>();
    var computed = NOT_A_PARAMETER.matcher(LITERAL.matcher(statement.text()).replaceAll("''"));
    if (computed.find()) {
      faults.add(computed.group().strip() + " is no parameter");
    }
    if (statement.tree() instanceof Insert insert) {
      checkInsert(insert, faults);
    }
    for (QueryBlock block : statement.blocks()) {
      Set<String> bound = boundTables(block);
      for (Map.Entry<String, String> table : block.tables().entrySet()) {
        if (!bound.contains(table.getKey()) && !asksForTenants(statement, block)) {
          faults.add(
              (block.locking() ? "locks " : "reads ")
                  + table.getValue()
                  + " as "
                  + table.getKey()
                  + " without an equality on "
                  + TENANT);
        }
      }
    }
    return faults;
  }

  /** A whole statement that finds out which tenants there is work for. */
  private static boolean asksForTenants(ParsedStatement statement, QueryBlock block) {
    return statement.blocks().size() == 1
        && ACROSS_TENANTS.keySet().containsAll(block.tables().values())
        && (block.selected().size() == 1 || COUNTED.matcher(statement.text()).find())
        && block.selected().get(0).matches("(\\w+\\.)?" + TENANT)
        && !block.locking()
        && !block.ordered();
  }

  private static void checkInsert(Insert insert, List<String> faults) {
    ExpressionList<Column> columns = insert.getColumns();
    int tenant = -1;
    for (int i = 0; columns != null && i < columns.size(); i++) {
      if (isTenant(columns.get(i))) {
        tenant = i;
      }
    }
    if (tenant < 0) {
      faults.add("inserts into " + insert.getTable() + " without " + TENANT);
    } else if (insert.getSelect() instanceof Values values) {
      for (Object row : rows(values, columns.size())) {
        if (!(row instanceof ExpressionList<?> list && list.get(tenant) instanceof JdbcParameter)) {
          faults.add(TENANT + " is no parameter");
        }
      }
    }
    if (insert.getConflictTarget() != null
        && !TENANT.equals(ParsedStatement.name(insert.getConflictTarget().getIndexColumnName(0)))) {
      faults.add("the key of the conflict does not begin with " + TENANT);
    }
  }

  private static List<?> rows(Values values, int columns) {
    ExpressionList<?> all = values.getExpressions();
    boolean oneRow = all.size() == columns && !(all.get(0) instanceof ExpressionList<?>);
    return oneRow ? List.of(all) : all;
  }

  /** The aliases for which a tenant is said, by a parameter or by another that has one. */
  private static Set<String> boundTables(@Nullable QueryBlock block) {
    if (block == null) {
      return Set.of();
    }
    Set<String> bound = new HashSet<>(boundTables(block.outer()));
    bound.removeAll(block.tables().keySet());
    int before;
    do {
      before = bound.size();
      block.conditions().forEach(condition -> bind(block, condition, bound));
    } while (bound.size() > before);
    return bound;
  }

  private static void bind(QueryBlock block, Expression condition, Set<String> bound) {
    if (condition instanceof EqualsTo equal) {
      bind(block, equal.getLeftExpression(), equal.getRightExpression(), bound);
      bind(block, equal.getRightExpression(), equal.getLeftExpression(), bound);
    } else if (condition instanceof InExpression in && !in.isNot()) {
      bindPairs(block, in, bound);
    }
  }

  /** Rows that are named one by one, each with its tenant. */
  private static void bindPairs(QueryBlock block, InExpression in, Set<String> bound) {
    if (in.getLeftExpression() instanceof ExpressionList<?> names
        && in.getRightExpression() instanceof ExpressionList<?> rows) {
      for (int i = 0; i < names.size(); i++) {
        int place = i;
        if (names.get(i) instanceof Column column
            && isTenant(column)
            && rows.stream()
                .allMatch(
                    row ->
                        row instanceof ExpressionList<?> values
                            && isParameter((Expression) values.get(place)))) {
          bound.addAll(aliases(block, column));
        }
      }
    }
  }

  private static void bind(QueryBlock block, Expression side, Expression other, Set<String> bound) {
    if (side instanceof Column column && isTenant(column)) {
      boolean known =
          isParameter(other)
              || other instanceof Column from
                  && isTenant(from)
                  && bound.containsAll(aliases(block, from))
                  && !aliases(block, from).isEmpty();
      if (known) {
        bound.addAll(aliases(block, column));
      }
    }
  }

  /** A parameter, perhaps with the type that jOOQ says it has. */
  private static boolean isParameter(Expression value) {
    return value instanceof JdbcParameter
        || value instanceof CastExpression cast
            && cast.getLeftExpression() instanceof JdbcParameter;
  }

  private static boolean isTenant(Column column) {
    return ParsedStatement.name(column.getColumnName()).equals(TENANT);
  }

  /** The alias that the column names, or the only table there is. */
  private static Set<String> aliases(QueryBlock block, Column column) {
    if (column.getTable() != null && column.getTable().getName() != null) {
      return Set.of(ParsedStatement.name(column.getTable().getName()));
    }
    return block.tables().size() == 1
        ? block.tables().keySet().stream().collect(toSet())
        : Set.of();
  }
}
