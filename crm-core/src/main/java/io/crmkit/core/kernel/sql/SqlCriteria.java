package io.crmkit.core.kernel.sql;

import io.crmkit.api.TenantId;
import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Order;
import io.crmkit.core.kernel.criteria.Links;
import io.crmkit.core.kernel.model.Column;
import io.crmkit.core.kernel.model.DbType;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.model.ModelRegistry;
import io.crmkit.core.kernel.model.PartModel;
import io.crmkit.core.kernel.storage.PageKey;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Interprets criteria as SQL conditions. Two-valued: every leaf says that the value is there, so
 * that {@code not} is the exact complement. Writes text rather than building jOOQ's tree, which
 * would be taken apart again for every search; names come from declarations alone, values are
 * always bound. For one statement, since it numbers its aliases.
 */
final class SqlCriteria {

  private final ModelRegistry models;
  private final TenantId tenant;
  private final Dialect dialect;
  private final SqlText sql;
  private int aliases;
  private boolean onlyIds;

  SqlCriteria(ModelRegistry models, TenantId tenant, Dialect dialect, SqlText sql) {
    this.models = models;
    this.tenant = tenant;
    this.dialect = dialect;
    this.sql = sql;
  }

  /** A table under a name of its own, in which attributes are found. */
  private record Scope(String alias, @Nullable EntityModel<?> model, @Nullable PartModel part) {

    Column column(Attribute<?, ?> attribute) {
      if (model != null) {
        return model.column(attribute);
      }
      if (part != null) {
        return part.column(attribute.path());
      }
      throw new IllegalStateException("a scope of nothing");
    }

    EntityModel<?> entity() {
      if (model == null) {
        throw new IllegalArgumentException("parts have no parts and form no tree");
      }
      return model;
    }
  }

  /** Rows of the tenant that match. */
  <E> void where(EntityModel<E> model, String alias, Criteria<E> criteria) {
    tenantIs(alias);
    if (!(criteria instanceof Criteria.All<E>)) {
      sql.add(" and ");
      condition(new Scope(alias, model, null), criteria);
    }
  }

  /** Rows of any tenant that match; criteria that look at other rows make no sense here. */
  <E> void whereAnyTenant(EntityModel<E> model, String alias, Criteria<E> criteria) {
    condition(new Scope(alias, model, null), criteria);
  }

  /** The ids of the records that a condition on a custom field finds, as a statement of its own. */
  <E> void idsByCustomField(EntityModel<E> model, Criteria<E> leaf) {
    onlyIds = true;
    condition(new Scope("", model, null), leaf);
    onlyIds = false;
  }

  <E> void orderBy(EntityModel<E> model, String alias, List<Order<E>> orders) {
    Scope scope = new Scope(alias, model, null);
    for (Order<E> order : orders) {
      Column column = searchable(scope, order.attribute());
      String direction = order.direction() == Order.Direction.ASCENDING ? "" : " desc";
      String key = sortable(column, name(scope, column));
      sql.add(column.nullable() ? dialect.nullsLast(key, direction) : key + direction).add(", ");
    }
    sql.add(alias).add(".id");
  }

  /** Rows behind the key in this order; absent values come last in both directions. */
  <E> void after(EntityModel<E> model, String alias, List<Order<E>> orders, PageKey key) {
    Scope scope = new Scope(alias, model, null);
    sql.add("(");
    for (int i = 0; i < orders.size(); i++) {
      Object given = key.values().get(i);
      if (given != null) {
        Column column = searchable(scope, orders.get(i).attribute());
        Object value = CustomSql.kept(column, given);
        boolean ascending = orders.get(i).direction() == Order.Direction.ASCENDING;
        tie(scope, orders, key, i);
        sql.add("(").add(sortable(column, name(scope, column))).add(ascending ? " > " : " < ");
        bindSortable(column, value);
        sql.add(" or ").add(name(scope, column)).add(" is null) or ");
      }
    }
    tie(scope, orders, key, orders.size());
    sql.add(alias).add(".id > ").bind(key.id()).add(")");
  }

  /** Rows that are equal to the key in its first so many values. */
  private <E> void tie(Scope scope, List<Order<E>> orders, PageKey key, int count) {
    for (int i = 0; i < count; i++) {
      Object value = key.values().get(i);
      Column column = scope.column(orders.get(i).attribute());
      sql.add(name(scope, column));
      if (value == null) {
        sql.add(" is null and ");
      } else {
        sql.add(" = ").bind(CustomSql.kept(column, value)).add(" and ");
      }
    }
  }

  private void tenantIs(String alias) {
    sql.add(alias).add(".tenant_id = ").bind(tenant.value());
  }

  private <E> void condition(Scope scope, Criteria<E> criteria) {
    if (criteria instanceof Criteria.All<E>) {
      sql.add("1 = 1");
    } else if (criteria instanceof Criteria.In<E, ?> in) {
      in(scope, in);
    } else if (criteria instanceof Criteria.Range<E, ?> range) {
      range(scope, range);
    } else if (criteria instanceof Criteria.StartsWith<E> starts) {
      like(scope, starts.attribute(), escaped(starts.prefix()) + "%");
    } else if (criteria instanceof Criteria.Contains<E> contains) {
      like(scope, contains.attribute(), "%" + escaped(contains.fragment()) + "%");
    } else if (criteria instanceof Criteria.Present<E> present) {
      Column column = scope.column(present.attribute());
      leaf(scope, column, name -> sql.add(name).add(" is not null"));
    } else if (criteria instanceof Criteria.And<E> and) {
      joined(scope, and.all(), " and ", "1 = 1");
    } else if (criteria instanceof Criteria.Or<E> or) {
      joined(scope, or.any(), " or ", "1 = 0");
    } else if (criteria instanceof Criteria.Not<E> not) {
      sql.add("not (");
      condition(scope, not.of());
      sql.add(")");
    } else if (criteria instanceof Criteria.AnyPart<E, ?> any) {
      anyPart(scope, any);
    } else if (criteria instanceof Criteria.Ref<E, ?> ref) {
      ref(scope, ref);
    } else if (criteria instanceof Criteria.Having<E, ?> having) {
      having(scope, having);
    } else if (criteria instanceof Criteria.Below<E> below) {
      below(scope, below);
    } else {
      throw new IllegalStateException("unknown criteria " + criteria);
    }
  }

  private <E> void joined(Scope scope, List<Criteria<E>> all, String between, String none) {
    if (all.isEmpty()) {
      sql.add(none);
      return;
    }
    sql.add("(").join(all, between, c -> condition(scope, c)).add(")");
  }

  private <E, V> void in(Scope scope, Criteria.In<E, V> in) {
    Column column = searchable(scope, in.attribute());
    List<Object> values = in.values().stream().map(v -> encoded(column, v)).toList();
    if (values.isEmpty()) {
      sql.add("1 = 0");
      return;
    }
    leaf(
        scope,
        column,
        name -> {
          sql.add(name);
          if (values.size() == 1) {
            sql.add(" = ").bind(values.get(0));
          } else {
            sql.add(" in (").join(values, ", ", sql::bind).add(")");
          }
        });
  }

  /**
   * A condition on one value, which has to be there. On a custom field it is one on the index, so
   * that this serves it.
   */
  private void leaf(Scope scope, Column column, Consumer<String> condition) {
    if (CustomSql.isCustom(column)) {
      String inner = nextAlias();
      sql.add(onlyIds ? "" : scope.alias() + ".id in (");
      sql.add("select ").add(inner).add(".record_id from ");
      sql.add(models.inSchema(CustomSql.TABLE)).add(" ").add(inner).add(" where ");
      tenantIs(inner);
      sql.add(" and ").add(CustomSql.isField(column, scope.entity(), inner)).add(" and ");
      condition.accept(inner + "." + CustomSql.column(column.type()));
      sql.endRead().add(onlyIds ? "" : ")");
      return;
    }
    sql.add("(");
    if (column.nullable()) {
      sql.add(name(scope, column)).add(" is not null and ");
    }
    condition.accept(name(scope, column));
    sql.add(")");
  }

  private <E, V> void range(Scope scope, Criteria.Range<E, V> range) {
    Column column = searchable(scope, range.attribute());
    leaf(
        scope,
        column,
        plain -> {
          String name = sortable(column, plain);
          if (range.from() != null) {
            sql.add(name).add(" >= ");
            bindSortable(column, encoded(column, range.from()));
          }
          if (range.to() != null) {
            sql.add(range.from() == null ? "" : " and ").add(name).add(" < ");
            bindSortable(column, encoded(column, range.to()));
          }
        });
  }

  private <E> void like(Scope scope, Attribute<E, String> attribute, String pattern) {
    Column column = searchable(scope, attribute);
    if (column.type() != DbType.TEXT) {
      throw new IllegalArgumentException(attribute.path() + " is not text");
    }
    leaf(scope, column, name -> sql.add(name).add(" like ").bind(pattern).add(" escape '!'"));
  }

  private <E, P> void anyPart(Scope scope, Criteria.AnyPart<E, P> any) {
    PartModel part = scope.entity().part(any.parts().path());
    Scope inner = new Scope(nextAlias(), null, part);
    exists(part.table(), inner.alias());
    sql.add(" and ").add(inner.alias()).add(".owner_id = ").add(scope.alias()).add(".id and ");
    condition(inner, any.where());
    sql.endRead().add(")");
  }

  private <E, T> void ref(Scope scope, Criteria.Ref<E, T> ref) {
    EntityModel<T> target = models.of(ref.target());
    Scope inner = new Scope(nextAlias(), target, null);
    exists(target.table(), inner.alias());
    sql.add(" and ").add(inner.alias()).add(".id = ");
    sql.add(name(scope, scope.column(ref.attribute()))).add(" and ");
    condition(inner, ref.where());
    sql.endRead().add(")");
  }

  private <E, O> void having(Scope scope, Criteria.Having<E, O> having) {
    Links.require(scope.entity(), having.link());
    EntityModel<O> other = models.of(having.link().entity());
    Scope inner = new Scope(nextAlias(), other, null);
    exists(other.table(), inner.alias());
    sql.add(" and ").add(name(inner, inner.column(having.link()))).add(" = ");
    sql.add(scope.alias()).add(".id and ");
    condition(inner, having.where());
    sql.endRead().add(")");
  }

  private void exists(String table, String alias) {
    sql.add("exists (select 1 from ").add(table).add(" ").add(alias).add(" where ");
    tenantIs(alias);
  }

  private <E> void through(String alias, EntityModel<?> model, Criteria<E> through) {
    if (!(through instanceof Criteria.All<E>)) {
      sql.add(" and ");
      condition(new Scope(alias, model, null), through);
    }
  }

  /**
   * Descends from the root. Since a row has one parent, the first row to be met again could only be
   * the root: it is not gone into a second time, so that a cycle in the data ends, too.
   */
  private <E> void below(Scope scope, Criteria.Below<E> below) {
    EntityModel<?> model = scope.entity();
    String parent = model.column(below.parent().path()).name();
    String tree = nextAlias();
    String child = nextAlias();
    String deeper = nextAlias();
    sql.add(scope.alias()).add(".id in (with recursive ").add(tree).add(" (id) as (");
    sql.branch("(")
        .add("select ")
        .add(child)
        .add(".id from ")
        .add(model.table())
        .add(" ")
        .add(child)
        .add(" where ");
    tenantIs(child);
    sql.add(" and ").add(child).add(".").add(parent).add(" = ").bind(below.root().value());
    through(child, model, below.through());
    sql.endRead()
        .branch(")")
        .add(" union all ")
        .branch("(")
        .add("select ")
        .add(deeper)
        .add(".id from ")
        .add(model.table())
        .add(" ");
    sql.add(deeper).add(" join ").add(tree).add(" on ").add(deeper).add(".").add(parent);
    sql.add(" = ").add(tree).add(".id where ");
    tenantIs(deeper);
    sql.add(" and ").add(tree).add(".id <> ").bind(below.root().value());
    through(deeper, model, below.through());
    sql.endRead().branch(")").add(") select id from ").add(tree).add(")");
  }

  /** Text in the order of its bytes, whatever collation the database was made with. */
  private String sortable(Column column, String name) {
    return isText(column) ? dialect.binary(name) : name;
  }

  private void bindSortable(Column column, Object value) {
    sql.bindAs(isText(column) ? dialect.binary("?") : "?", value);
  }

  private static boolean isText(Column column) {
    return column.type() == DbType.TEXT || CustomSql.isText(column);
  }

  private static Column searchable(Scope scope, Attribute<?, ?> attribute) {
    Column column = scope.column(attribute);
    if (!column.type().searchable()) {
      throw new IllegalArgumentException(column.path() + " cannot be searched");
    }
    return column;
  }

  private static Object encoded(Column column, Object value) {
    try {
      return CustomSql.kept(column, column.codec().encode(column.path(), value));
    } catch (ClassCastException e) {
      throw new IllegalArgumentException(
          column.path() + " is not compared with a " + value.getClass().getName(), e);
    }
  }

  /** The column's value; of a custom field, as its index has it. */
  private String name(Scope scope, Column column) {
    return CustomSql.isCustom(column)
        ? CustomSql.valueOf(column, scope.entity(), models.inSchema(CustomSql.TABLE), scope.alias())
        : scope.alias() + "." + column.name();
  }

  private String nextAlias() {
    return "x" + aliases++;
  }

  private static String escaped(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
