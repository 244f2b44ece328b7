package io.crmkit.testkit.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExpressionVisitorAdapter;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.ParenthesedStatement;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.delete.ParenthesedDelete;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.insert.ParenthesedInsert;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.TableFunction;
import net.sf.jsqlparser.statement.select.Values;
import net.sf.jsqlparser.statement.select.WithItem;
import net.sf.jsqlparser.statement.update.ParenthesedUpdate;
import net.sf.jsqlparser.statement.update.Update;
import net.sf.jsqlparser.statement.update.UpdateSet;
import org.jspecify.annotations.Nullable;

/** Finds the blocks of a statement. What it does not know, it refuses: nothing is passed over. */
final class BlockReader {

  private final List<QueryBlock> blocks = new ArrayList<>();

  /** Names that stand for a query of this statement, not for a table. */
  private final Set<String> queries = new HashSet<>();

  private BlockReader() {}

  static List<QueryBlock> read(Statement statement) {
    BlockReader reader = new BlockReader();
    reader.statement(statement, null);
    return List.copyOf(reader.blocks);
  }

  private void statement(Statement statement, @Nullable QueryBlock outer) {
    if (statement instanceof Select select) {
      select(select, outer);
    } else if (statement instanceof Update update) {
      with(update.getWithItemsList(), outer);
      update(update, outer);
    } else if (statement instanceof Delete delete) {
      with(delete.getWithItemsList(), outer);
      delete(delete, outer);
    } else if (statement instanceof Insert insert) {
      with(insert.getWithItemsList(), outer);
      if (insert.getSelect() != null) {
        select(insert.getSelect(), outer);
      }
    } else {
      throw unknown(statement);
    }
  }

  private void update(Update update, @Nullable QueryBlock outer) {
    QueryBlock block = begin(outer);
    from(block, update.getTable());
    if (update.getFromItem() != null) {
      from(block, update.getFromItem());
    }
    joins(block, update.getJoins());
    where(block, update.getWhere());
    for (UpdateSet set : update.getUpdateSets()) {
      set.getValues().forEach(value -> nested(block, (Expression) value));
    }
  }

  private void delete(Delete delete, @Nullable QueryBlock outer) {
    QueryBlock block = begin(outer);
    from(block, delete.getTable());
    if (delete.getUsingList() != null) {
      delete.getUsingList().forEach(table -> from(block, table));
    }
    where(block, delete.getWhere());
  }

  private void select(Select select, @Nullable QueryBlock outer) {
    with(select.getWithItemsList(), outer);
    if (select instanceof ParenthesedSelect inner) {
      select(inner.getSelect(), outer);
    } else if (select instanceof SetOperationList list) {
      list.getSelects().forEach(each -> select(each, outer));
    } else if (select instanceof PlainSelect plain) {
      plain(plain, outer);
    } else if (select instanceof Values values) {
      values.getExpressions().forEach(each -> nested(outer, (Expression) each));
    } else {
      throw unknown(select);
    }
  }

  private void plain(PlainSelect select, @Nullable QueryBlock outer) {
    QueryBlock block = begin(outer);
    if (select.getFromItem() != null) {
      from(block, select.getFromItem());
    }
    joins(block, select.getJoins());
    where(block, select.getWhere());
    select
        .getSelectItems()
        .forEach(
            item -> {
              block.select(ParsedStatement.name(item.getExpression().toString()));
              nested(block, item.getExpression());
            });
    nested(block, select.getHaving());
    if (select.getForMode() != null) {
      block.lock();
    }
    if (select.getOrderByElements() != null) {
      block.order();
      select.getOrderByElements().forEach(order -> nested(block, order.getExpression()));
    }
  }

  private QueryBlock begin(@Nullable QueryBlock outer) {
    QueryBlock block = new QueryBlock(outer);
    blocks.add(block);
    return block;
  }

  /** All names first: a recursive query refers to itself, and later ones to earlier ones. */
  private void with(@Nullable List<WithItem<?>> items, @Nullable QueryBlock outer) {
    if (items == null) {
      return;
    }
    items.forEach(item -> queries.add(ParsedStatement.name(item.getAliasName())));
    for (WithItem<?> item : items) {
      ParenthesedStatement inner = item.getParenthesedStatement();
      if (inner instanceof ParenthesedSelect select) {
        select(select, outer);
      } else if (inner instanceof ParenthesedUpdate update) {
        statement(update.getUpdate(), outer);
      } else if (inner instanceof ParenthesedDelete delete) {
        statement(delete.getDelete(), outer);
      } else if (inner instanceof ParenthesedInsert insert) {
        statement(insert.getInsert(), outer);
      } else {
        throw unknown(item);
      }
    }
  }

  private void from(QueryBlock block, FromItem item) {
    if (item instanceof Table table) {
      String name = ParsedStatement.name(table.getName());
      if (!queries.contains(name) && !describesTables(table)) {
        String alias = table.getAlias() == null ? name : table.getAlias().getName();
        block.table(ParsedStatement.name(alias), name);
      }
    } else if (item instanceof Select select) {
      select(select, block);
    } else if (item instanceof ParenthesedFromItem inner) {
      from(block, inner.getFromItem());
      joins(block, inner.getJoins());
    } else if (item instanceof TableFunction function && isUnnest(function)) {
      return; // values that were given as a parameter
    } else {
      throw unknown(item);
    }
  }

  /** What the database itself tells of its tables belongs to no tenant. */
  private static boolean describesTables(Table table) {
    return table.getSchemaName() != null
        && ParsedStatement.name(table.getSchemaName()).equals("information_schema");
  }

  private void joins(QueryBlock block, @Nullable List<Join> joins) {
    if (joins == null) {
      return;
    }
    for (Join join : joins) {
      from(block, join.getFromItem());
      join.getOnExpressions().forEach(on -> where(block, on));
    }
  }

  private void where(QueryBlock block, @Nullable Expression condition) {
    if (condition == null) {
      return;
    }
    conjuncts(condition).forEach(block::condition);
    nested(block, condition);
  }

  /** What must hold all at once. */
  static List<Expression> conjuncts(Expression condition) {
    List<Expression> all = new ArrayList<>();
    if (condition instanceof AndExpression and) {
      all.addAll(conjuncts(and.getLeftExpression()));
      all.addAll(conjuncts(and.getRightExpression()));
    } else if (condition instanceof ParenthesedExpressionList<?> list && list.size() == 1) {
      all.addAll(conjuncts(list.get(0)));
    } else if (condition instanceof InExpression in
        && in.getRightExpression() instanceof AndExpression and) {
      // The parser takes what follows a list to belong to it, though "in" binds closer than "and".
      all.addAll(conjuncts(and));
    } else {
      all.add(condition);
    }
    return all;
  }

  /** Queries inside an expression. */
  private void nested(@Nullable QueryBlock block, @Nullable Expression expression) {
    if (expression == null) {
      return;
    }
    expression.accept(
        new ExpressionVisitorAdapter<Void>() {
          @Override
          public <S> Void visit(ParenthesedSelect select, S context) {
            select(select, block);
            return null;
          }

          @Override
          public <S> Void visit(Select select, S context) {
            select(select, block);
            return null;
          }
        },
        null);
  }

  private static boolean isUnnest(TableFunction function) {
    return "unnest".equalsIgnoreCase(function.getFunction().getName());
  }

  private static IllegalArgumentException unknown(Object part) {
    return new IllegalArgumentException(
        "the rules do not know " + part.getClass().getSimpleName() + ": " + part);
  }
}
