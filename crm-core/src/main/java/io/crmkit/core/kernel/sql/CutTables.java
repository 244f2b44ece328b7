package io.crmkit.core.kernel.sql;

import io.crmkit.api.TenantId;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.core.kernel.model.Column;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.model.ModelRegistry;
import io.crmkit.core.kernel.model.PartModel;
import io.crmkit.core.kernel.storage.StorageTx.Cover;
import io.crmkit.core.kernel.storage.StorageTx.Cut;
import io.crmkit.core.spi.storage.Entity;
import io.crmkit.core.spi.storage.SqlRead;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Gives named queries their tables, already cut to the tenant and to what the caller may see. */
final class CutTables implements SqlRead {

  private static final String INNER = "c";

  private final ModelRegistry models;
  private final TenantId tenant;
  private final Dialect dialect;
  private final Cut cut;
  private final SqlTx tx;

  CutTables(SqlStorage storage, TenantId tenant, Cut cut, SqlTx tx) {
    this.models = storage.models();
    this.dialect = storage.dialect();
    this.tenant = tenant;
    this.cut = cut;
    this.tx = tx;
  }

  @Override
  public Table<?> rows(Entity<?> entity, String alias) {
    return cut.cover(entity) == null && !tx.readsWithLock()
        ? inlined(entity, alias)
        : rowsOf(entity).asTable(DSL.unquotedName(alias));
  }

  /**
   * The table itself, whose condition jOOQ writes into the query's own: databases read through a
   * derived table at a price, above all H2 in recursion. Where columns are masked, or read with a
   * lock, there has to be one.
   */
  private <E> Table<?> inlined(Entity<E> entity, String alias) {
    EntityModel<E> model = models.of(entity);
    SqlText condition = new SqlText("");
    new SqlCriteria(models, tenant, dialect, condition).where(model, alias, cut.of(entity));
    return new EntityTable(model, this::type)
        .as(DSL.unquotedName(alias))
        .where(DSL.condition(condition.text(), boundValues(condition)));
  }

  @Override
  public Table<?> parts(Entity<?> entity, String component, String alias) {
    EntityModel<?> model = models.of(entity);
    PartModel part = model.part(component);
    List<Field<?>> fields = new ArrayList<>();
    fields.add(DSL.field(DSL.unquotedName(INNER, "owner_id"), java.util.UUID.class));
    fields.add(DSL.field(DSL.unquotedName(INNER, "pos"), Integer.class));
    Cover<?> cover = cut.cover(entity);
    part.columns()
        .forEach(c -> fields.add(shown(cover, component + "." + c.path(), field(c), "owner_id")));
    boolean hidden = cover != null && cover.hides(component);
    Table<?> owners = rowsOf(entity).asTable(DSL.unquotedName("o"));
    return read(DSL.select(fields)
            .from(table(part.table()))
            .where(
                (hidden ? DSL.falseCondition() : DSL.noCondition())
                    .and(
                        DSL.field(DSL.unquotedName(INNER, "tenant_id"), String.class)
                            .eq(tenant.value()))
                    .and(
                        DSL.field(DSL.unquotedName(INNER, "owner_id"))
                            .in(DSL.select(DSL.field(DSL.unquotedName("o", "id"))).from(owners)))))
        .asTable(DSL.unquotedName(alias));
  }

  @Override
  public <R> List<R> fetch(Select<?> query, Function<? super Record, R> mapper) {
    DSLContext jooq = tx.jooq();
    try {
      return jooq.fetch(query.coerce(read(query.getSelect()))).map(mapper::apply);
    } catch (DataAccessException e) {
      SQLException cause = SqlFault.sqlCause(e);
      if (cause == null) {
        throw e;
      }
      throw tx.faults().translated(cause);
    }
  }

  @Override
  public boolean readsByLevel() {
    return tx.readsByLevel();
  }

  @Override
  public <R> List<R> fetchLevels(
      Select<?> root, Function<Table<?>, Select<?>> below, BiFunction<Record, Integer, R> mapper) {
    if (!readsByLevel()) {
      throw new IllegalStateException("a tree is read by one query here");
    }
    return tx.asOfOneMoment(() -> levels(root, below, mapper));
  }

  private <R> List<R> levels(
      Select<?> root, Function<Table<?>, Select<?>> below, BiFunction<Record, Integer, R> mapper) {
    List<R> found = new ArrayList<>();
    Set<UUID> ids = new HashSet<>();
    Select<?> query = root;
    for (int level = 0; query != null; level++) {
      int depth = level;
      List<UUID> deeper = new ArrayList<>();
      fetch(
          query,
          row -> {
            UUID id = row.get(0, UUID.class);
            if (ids.add(id)) {
              deeper.add(id);
              found.add(mapper.apply(row, depth));
            }
            return depth;
          });
      query = deeper.isEmpty() ? null : below.apply(level(deeper));
    }
    return found;
  }

  /** In a query of its own, so that H2 begins with it, and finds what is below by an index. */
  private static Table<?> level(List<UUID> ids) {
    return DSL.select(DSL.field(DSL.unquotedName("l", "id"), UUID.class))
        .from(DSL.table("unnest(?) l(id)", (Object) ids.toArray(new UUID[0])))
        .asTable(DSL.unquotedName("level"));
  }

  /** The same fields, with times read as this database's driver gives them without a zone. */
  private List<Field<?>> read(List<Field<?>> selected) {
    return selected.stream()
        .<Field<?>>map(f -> f.getType() == Instant.class ? f.coerce(dialect.jooqTime()) : f)
        .toList();
  }

  private <E> Select<?> rowsOf(Entity<E> entity) {
    EntityModel<E> model = models.of(entity);
    Criteria<E> visible = cut.of(entity);
    SqlText condition = new SqlText(tx.readsWithLock() ? dialect.lockingRead() : "");
    new SqlCriteria(models, tenant, dialect, condition).where(model, INNER, visible);
    List<Field<?>> fields = new ArrayList<>();
    Cover<E> cover = cut.cover(entity);
    model.columns().forEach(c -> fields.add(shown(cover, c.path(), field(c), "id")));
    model.derived().forEach(c -> fields.add(shown(cover, c.path(), field(c), "id")));
    return read(
        DSL.select(fields)
            .from(table(model.table()))
            .where(DSL.condition(condition.text(), boundValues(condition))));
  }

  /**
   * A column under its own name, of which no more is told than the caller may see.
   *
   * @param key a column that is never null
   */
  private static <T> Field<?> shown(
      @Nullable Cover<?> cover, String path, Field<T> field, String key) {
    if (cover == null) {
      return field;
    }
    String mask = cover.mask(path);
    if (mask != null) {
      return DSL.when(field.isNotNull(), DSL.inline(mask)).as(field.getUnqualifiedName());
    }
    // A null of the column's type on every database: a case that never holds, and that none of them
    // finds out beforehand, for then H2 would forget the type.
    return cover.hides(path)
        ? DSL.when(DSL.field(DSL.unquotedName(INNER, key)).isNull(), field)
            .as(field.getUnqualifiedName())
        : field;
  }

  private Select<?> read(SelectConditionStep<?> rows) {
    return tx.readsWithLock() ? rows.forShare() : rows;
  }

  /** Written by us, so jOOQ does not know what the values are compared with. */
  private Object[] boundValues(SqlText condition) {
    return condition.binds().stream()
        .map(v -> v instanceof Instant instant ? dialect.timeForDriver(instant) : v)
        .toArray();
  }

  private static Table<Record> table(String name) {
    return DSL.table(DSL.unquotedName(name.split("\\."))).as(DSL.unquotedName(INNER));
  }

  private Field<?> field(Column column) {
    return DSL.field(DSL.unquotedName(INNER, column.name()), type(column));
  }

  private DataType<?> type(Column column) {
    return switch (column.type()) {
      case TEXT, JSON -> SQLDataType.VARCHAR;
      case INT -> SQLDataType.INTEGER;
      case LONG -> SQLDataType.BIGINT;
      case DECIMAL -> SQLDataType.NUMERIC;
      case BOOL -> SQLDataType.BOOLEAN;
      case UUID_ -> SQLDataType.UUID;
      case INSTANT -> dialect.jooqTime();
      case DATE -> SQLDataType.LOCALDATE;
      case BYTES -> SQLDataType.BLOB;
    };
  }
}
