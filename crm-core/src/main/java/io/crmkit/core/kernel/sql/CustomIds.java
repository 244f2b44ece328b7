package io.crmkit.core.kernel.sql;

import io.crmkit.api.TenantId;
import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.field.Field;
import io.crmkit.core.kernel.model.Column;
import io.crmkit.core.kernel.model.DbType;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.sql.Conversation.Ahead;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Asks the index of custom fields first, where a database would read through a whole table for a
 * condition on one. What it finds narrows the search down; the condition itself stays, so that a
 * record that was changed in between is not found by mistake.
 */
final class CustomIds {

  /** More of them do not narrow a search down by much. */
  private static final int MOST = 500;

  private final SqlStorage storage;
  private final RowReader reader;

  CustomIds(SqlStorage storage, RowReader reader) {
    this.storage = storage;
    this.reader = reader;
  }

  /** The same condition, narrowed down if there are few records that a part of it can find. */
  <E> Criteria<E> narrowed(EntityModel<E> model, TenantId tenant, Criteria<E> where) {
    if (!model.isCustomizable() || !storage.dialect().readsThroughForSubqueries()) {
      return where;
    }
    Criteria<E> leaf = leafOf(where);
    if (leaf == null) {
      return where;
    }
    List<Object> ids = ids(model, tenant, leaf);
    return ids.size() > MOST ? where : among(model, ids).and(where);
  }

  private <E> List<Object> ids(EntityModel<E> model, TenantId tenant, Criteria<E> leaf) {
    SqlText sql = new SqlText(reader.readEnd());
    new SqlCriteria(storage.models(), tenant, storage.dialect(), sql).idsByCustomField(model, leaf);
    sql.add(" limit ").bind(MOST + 1);
    List<Object> ids = new ArrayList<>();
    reader
        .scalars(Ahead.WRITES, sql.text(), sql.binds(), DbType.UUID_)
        .forEach(id -> ids.add(Objects.requireNonNull(id)));
    return ids;
  }

  private static <E> Criteria<E> among(EntityModel<E> model, List<Object> ids) {
    Column id = model.column("id");
    return Attribute.of(model.entity().type(), "id", Object.class)
        .in(ids.stream().map(value -> id.codec().decode(value)).toList());
  }

  /** A condition on a custom field that every record found must meet. */
  private static <E> @Nullable Criteria<E> leafOf(Criteria<E> where) {
    if (where instanceof Criteria.And<E> and) {
      return and.all().stream()
          .map(CustomIds::leafOf)
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(null);
    }
    String path = "";
    if (where instanceof Criteria.In<E, ?> in) {
      path = in.values().isEmpty() ? "" : in.attribute().path();
    } else if (where instanceof Criteria.Range<E, ?> range) {
      path = range.attribute().path();
    } else if (where instanceof Criteria.StartsWith<E> starts) {
      path = starts.attribute().path();
    }
    return path.startsWith(Field.PREFIX) ? where : null;
  }
}
