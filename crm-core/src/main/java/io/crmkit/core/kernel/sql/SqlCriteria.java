package io.crmkit.core.kernel.sql;

import io.crmkit.api.TenantId;
import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Order;
import io.crmkit.core.kernel.model.Column;
import io.crmkit.core.kernel.model.DbType;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.model.ModelRegistry;
import io.crmkit.core.kernel.model.PartModel;
import io.crmkit.core.kernel.storage.PageKey;
import java.util.ArrayList;
import java.util.List;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Interprets criteria as SQL conditions. Two-valued: every leaf says that the value is there, so
 * that {@code not} is the exact complement. For one statement, since it numbers its aliases.
 */
final class SqlCriteria {

  private static final char ESCAPE = '!';

  private final ModelRegistry models;
  private final TenantId tenant;
  private final Dialect dialect;
  private int aliases;

  SqlCriteria(ModelRegistry models, TenantId tenant, Dialect dialect) {
    this.models = models;
    this.tenant = tenant;
    this.dialect = dialect;
  }

  /** A table under a name of its own, in which attributes are found. */
  private record Scope(String alias, @Nullable EntityModel<?> model, @Nullable PartModel part) {

    Column column(String path) {
      return model != null ? model.column(path) : part().column(path);
    }

    @Override
    public PartModel part() {
      if (part == null) {
        throw new IllegalStateException("not a part");
      }
      return part;
    }

    EntityModel<?> entity() {
      if (model == null) {
        throw new IllegalArgumentException("parts have no parts and form no tree");
      }
      return model;
    }
  }

  static Table<Record> table(String name, String alias) {
    return DSL.table(DSL.unquotedName(name)).as(DSL.unquotedName(alias));
  }

  @SuppressWarnings("unchecked")
  static Field<Object> field(String alias, Column column) {
    return (Field<Object>)
        DSL.field(DSL.unquotedName(alias, column.name()), column.type().sqlType());
  }

  static Field<String> tenantField(String alias) {
    return DSL.field(DSL.unquotedName(alias, "tenant_id"), String.class);
  }

  String tenant() {
    return tenant.value();
  }

  /** Rows of the tenant that match. */
  <E> Condition where(EntityModel<E> model, String alias, Criteria<E> criteria) {
    return tenantField(alias)
        .eq(tenant.value())
        .and(condition(new Scope(alias, model, null), criteria));
  }

  /** Rows of any tenant that match; criteria that look at other rows make no sense here. */
  <E> Condition whereAnyTenant(EntityModel<E> model, String alias, Criteria<E> criteria) {
    return condition(new Scope(alias, model, null), criteria);
  }

  <E> List<SortField<?>> sort(EntityModel<E> model, String alias, List<Order<E>> orders) {
    List<SortField<?>> keys = new ArrayList<>();
    for (Order<E> order : orders) {
      Column column = model.column(order.attribute().path());
      Field<Object> field = sortable(field(alias, column), column);
      boolean ascending = order.direction() == Order.Direction.ASCENDING;
      keys.add((ascending ? field.asc() : field.desc()).nullsLast());
    }
    keys.add(field(alias, model.column("id")).asc());
    return keys;
  }

  /** Rows behind the key in this order; absent values come last in both directions. */
  <E> Condition after(EntityModel<E> model, String alias, List<Order<E>> orders, PageKey key) {
    Condition tie = DSL.trueCondition();
    Condition behind = DSL.falseCondition();
    for (int i = 0; i < orders.size(); i++) {
      Column column = model.column(orders.get(i).attribute().path());
      Field<Object> field = sortable(field(alias, column), column);
      Object value = key.values().get(i);
      if (value == null) {
        tie = tie.and(field.isNull());
      } else {
        boolean ascending = orders.get(i).direction() == Order.Direction.ASCENDING;
        Field<Object> bound = sortable(DSL.val(value, column.type().sqlType()), column);
        Condition beyond = ascending ? field.gt(bound) : field.lt(bound);
        behind = behind.or(tie.and(beyond.or(field.isNull())));
        tie = tie.and(field(alias, column).eq(value));
      }
    }
    return behind.or(tie.and(field(alias, model.column("id")).gt(key.id())));
  }

  private <E> Condition condition(Scope scope, Criteria<E> criteria) {
    if (criteria instanceof Criteria.All<E>) {
      return DSL.trueCondition();
    } else if (criteria instanceof Criteria.In<E, ?> in) {
      return in(scope, in);
    } else if (criteria instanceof Criteria.Range<E, ?> range) {
      return range(scope, range);
    } else if (criteria instanceof Criteria.StartsWith<E> starts) {
      return like(scope, starts.attribute(), escaped(starts.prefix()) + "%");
    } else if (criteria instanceof Criteria.Contains<E> contains) {
      return like(scope, contains.attribute(), "%" + escaped(contains.fragment()) + "%");
    } else if (criteria instanceof Criteria.Present<E> present) {
      return field(scope.alias(), scope.column(present.attribute().path())).isNotNull();
    } else if (criteria instanceof Criteria.And<E> and) {
      return DSL.and(and.all().stream().map(c -> condition(scope, c)).toList());
    } else if (criteria instanceof Criteria.Or<E> or) {
      return or.any().isEmpty()
          ? DSL.falseCondition()
          : DSL.or(or.any().stream().map(c -> condition(scope, c)).toList());
    } else if (criteria instanceof Criteria.Not<E> not) {
      return DSL.not(condition(scope, not.of()));
    } else if (criteria instanceof Criteria.AnyPart<E, ?> any) {
      return anyPart(scope, any);
    } else if (criteria instanceof Criteria.Ref<E, ?> ref) {
      return ref(scope, ref);
    } else if (criteria instanceof Criteria.Below<E> below) {
      return below(scope, below);
    }
    throw new IllegalStateException("unknown criteria " + criteria);
  }

  private <E, V> Condition in(Scope scope, Criteria.In<E, V> in) {
    Column column = searchable(scope, in.attribute());
    List<Object> values = in.values().stream().map(v -> encoded(column, v)).toList();
    if (values.isEmpty()) {
      return DSL.falseCondition();
    }
    Field<Object> field = field(scope.alias(), column);
    Condition equal = values.size() == 1 ? field.eq(values.get(0)) : field.in(values);
    return present(column, field, equal);
  }

  private <E, V> Condition range(Scope scope, Criteria.Range<E, V> range) {
    Column column = searchable(scope, range.attribute());
    Field<Object> field = sortable(field(scope.alias(), column), column);
    Condition within = DSL.trueCondition();
    if (range.from() != null) {
      within = within.and(field.ge(bound(column, range.from())));
    }
    if (range.to() != null) {
      within = within.and(field.lt(bound(column, range.to())));
    }
    return present(column, field(scope.alias(), column), within);
  }

  private <E> Condition like(Scope scope, Attribute<E, String> attribute, String pattern) {
    Column column = searchable(scope, attribute);
    if (column.type() != DbType.TEXT) {
      throw new IllegalArgumentException(attribute.path() + " is not text");
    }
    Field<Object> field = field(scope.alias(), column);
    return present(column, field, field.like(pattern, ESCAPE));
  }

  private static Condition present(Column column, Field<Object> field, Condition leaf) {
    return column.nullable() ? field.isNotNull().and(leaf) : leaf;
  }

  private <E, P> Condition anyPart(Scope scope, Criteria.AnyPart<E, P> any) {
    PartModel part = scope.entity().part(any.parts().path());
    Scope inner = new Scope(nextAlias(), null, part);
    return DSL.exists(
        DSL.selectOne()
            .from(table(part.table(), inner.alias()))
            .where(tenantField(inner.alias()).eq(tenant.value()))
            .and(
                DSL.field(DSL.unquotedName(inner.alias(), "owner_id"))
                    .eq(DSL.field(DSL.unquotedName(scope.alias(), "id"))))
            .and(condition(inner, any.where())));
  }

  private <E, T> Condition ref(Scope scope, Criteria.Ref<E, T> ref) {
    EntityModel<T> target = models.of(ref.target());
    Scope inner = new Scope(nextAlias(), target, null);
    Field<Object> reference = field(scope.alias(), scope.column(ref.attribute().path()));
    return DSL.exists(
        DSL.selectOne()
            .from(table(target.table(), inner.alias()))
            .where(tenantField(inner.alias()).eq(tenant.value()))
            .and(field(inner.alias(), target.column("id")).eq(reference))
            .and(condition(inner, ref.where())));
  }

  /**
   * Descends from the root. Since a row has one parent, the first row to be met again could only be
   * the root: it is not gone into a second time, so that a cycle in the data ends, too.
   */
  private <E> Condition below(Scope scope, Criteria.Below<E> below) {
    EntityModel<?> model = scope.entity();
    Column parent = model.column(below.parent().path());
    Column id = model.column("id");
    String tree = nextAlias();
    String child = nextAlias();
    String deeper = nextAlias();
    Select<Record1<Object>> first =
        DSL.select(field(child, id))
            .from(table(model.table(), child))
            .where(tenantField(child).eq(tenant.value()))
            .and(field(child, parent).eq(below.root().value()));
    Select<Record1<Object>> next =
        DSL.select(field(deeper, id))
            .from(table(model.table(), deeper))
            .join(DSL.table(DSL.unquotedName(tree)))
            .on(field(deeper, parent).eq(field(tree, id)))
            .where(tenantField(deeper).eq(tenant.value()))
            .and(field(tree, id).ne(below.root().value()));
    CommonTableExpression<Record1<Object>> rows =
        DSL.name(DSL.unquotedName(tree)).fields(DSL.unquotedName("id")).as(first.unionAll(next));
    return field(scope.alias(), id).in(DSL.withRecursive(rows).select(field(tree, id)).from(rows));
  }

  private Field<Object> bound(Column column, Object value) {
    return sortable(DSL.val(encoded(column, value), column.type().sqlType()), column);
  }

  /**
   * Text in the order of its bytes in UTF-8, whatever collation the database was made with. H2
   * knows none for it: by itself it compares UTF-16 units, which differ above U+D800.
   */
  @SuppressWarnings({"unchecked", "rawtypes"})
  private Field<Object> sortable(Field<?> field, Column column) {
    if (column.type() != DbType.TEXT) {
      return (Field) field;
    }
    return switch (dialect) {
      case POSTGRESQL ->
          (Field) field.cast(String.class).collate(DSL.collation(DSL.quotedName("C")));
      case H2 -> (Field) field.cast(SQLDataType.VARBINARY);
    };
  }

  private static Column searchable(Scope scope, Attribute<?, ?> attribute) {
    Column column = scope.column(attribute.path());
    if (!column.type().searchable()) {
      throw new IllegalArgumentException(column.path() + " cannot be searched");
    }
    return column;
  }

  private static Object encoded(Column column, Object value) {
    try {
      return column.codec().encode(column.path(), value);
    } catch (ClassCastException e) {
      throw new IllegalArgumentException(
          column.path() + " is not compared with a " + value.getClass().getName(), e);
    }
  }

  private String nextAlias() {
    return "x" + aliases++;
  }

  private static String escaped(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
