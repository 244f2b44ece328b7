package io.crmkit.core.kernel.sql;

import io.crmkit.api.TenantId;
import io.crmkit.core.kernel.model.Column;
import io.crmkit.core.kernel.model.DbType;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.model.PartModel;
import io.crmkit.core.kernel.sql.Call.Guarded;
import io.crmkit.core.kernel.sql.EntitySql.PartSql;
import io.crmkit.core.kernel.sql.PendingWrites.Write;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns what becomes of records into the statements that write them, parts included. */
final class RowWriter {

  private final SqlStorage storage;
  private final Consumer<Write> out;

  RowWriter(SqlStorage storage, Consumer<Write> out) {
    this.storage = storage;
    this.out = out;
  }

  <E> void insert(EntityModel<E> model, TenantId tenant, E row) {
    EntitySql sql = storage.statements(model);
    @Nullable Object[] values = new @Nullable Object[1 + columns(model)];
    values[0] = tenant.value();
    written(model, row, values, 1);
    out.accept(new Write(Call.write(sql.insert(), values), sql.order(), false));
    for (int i = 0; i < model.parts().size(); i++) {
      PartModel part = model.parts().get(i);
      List<?> list = part.of(row);
      for (int position = 0; position < list.size(); position++) {
        Place place = new Place(sql.parts().get(i), tenant, model.idOf(row), position);
        insertPart(part, place, list.get(position));
      }
    }
  }

  /** Inserts the row, or replaces the one with its id whatever its version; without parts. */
  <E> void put(EntityModel<E> model, TenantId tenant, E row) {
    @Nullable Object[] values = new @Nullable Object[columns(model) + 1];
    values[0] = tenant.value();
    written(model, row, values, 1);
    int order = storage.statements(model).order();
    out.accept(new Write(Call.write(storage.put(model), values), order, false));
  }

  <E> void update(EntityModel<E> model, TenantId tenant, E before, E after) {
    EntitySql sql = storage.statements(model);
    int count = columns(model);
    @Nullable Object[] all = new @Nullable Object[count];
    written(model, after, all, 0);
    @Nullable Object[] values = new @Nullable Object[count + 2];
    int id = model.idIndex();
    System.arraycopy(all, 0, values, 0, id);
    System.arraycopy(all, id + 1, values, id, count - id - 1);
    values[count - 1] = tenant.value();
    values[count] = model.idOf(after);
    values[count + 1] = model.versionOf(before);
    Guarded guarded = guarded(model, before, sql.update());
    out.accept(new Write(new Call(sql.update().sql(), values, guarded, null), sql.order(), false));
    for (int i = 0; i < model.parts().size(); i++) {
      PartModel part = model.parts().get(i);
      Place place = new Place(sql.parts().get(i), tenant, model.idOf(after), 0);
      updateParts(part, place, part.of(before), part.of(after));
    }
  }

  <E> void delete(EntityModel<E> model, TenantId tenant, E row) {
    EntitySql sql = storage.statements(model);
    for (int i = 0; i < model.parts().size(); i++) {
      if (!model.parts().get(i).of(row).isEmpty()) {
        deleteParts(new Place(sql.parts().get(i), tenant, model.idOf(row), 0));
      }
    }
    Guarded guarded = guarded(model, row, sql.delete());
    Object[] values = {tenant.value(), model.idOf(row), model.versionOf(row)};
    out.accept(new Write(new Call(sql.delete().sql(), values, guarded, null), sql.order(), true));
  }

  private static <E> Guarded guarded(EntityModel<E> model, E row, EntitySql.Versioned sql) {
    return new Guarded(model.refOf(row), model.versionOf(row), sql.orFail());
  }

  private static int columns(EntityModel<?> model) {
    return model.columns().size() + model.derived().size();
  }

  private <E> void written(EntityModel<E> model, E row, @Nullable Object[] into, int from) {
    @Nullable Object[] own = model.values(row);
    int index = from;
    for (int i = 0; i < own.length; i++) {
      into[index++] = prepared(model.table(), model.columns().get(i), own[i]);
    }
    @Nullable Object[] derived = model.derivedValues(row);
    for (int i = 0; i < derived.length; i++) {
      into[index++] = prepared(model.table(), model.derived().get(i), derived[i]);
    }
  }

  private Object prepared(String table, Column column, @Nullable Object value) {
    if (value == null) {
      return TypedNull.of(column.type());
    }
    if (value instanceof String) {
      storage.limits().check(table, column, value);
    }
    return column.type() == DbType.JSON ? new JsonText((String) value, storage.dialect()) : value;
  }

  /** Where a part belongs. */
  private record Place(PartSql sql, TenantId tenant, UUID owner, int position) {

    Place at(int other) {
      return new Place(sql, tenant, owner, other);
    }
  }

  private void updateParts(PartModel part, Place place, List<?> before, List<?> after) {
    for (int i = 0; i < after.size(); i++) {
      if (i >= before.size()) {
        insertPart(part, place.at(i), after.get(i));
      } else if (!after.get(i).equals(before.get(i))) {
        updatePart(part, place.at(i), after.get(i));
      }
    }
    if (after.size() < before.size()) {
      deleteParts(place.at(after.size()));
    }
  }

  private void insertPart(PartModel part, Place place, Object value) {
    @Nullable Object[] values = new @Nullable Object[3 + part.columns().size()];
    values[0] = place.tenant().value();
    values[1] = place.owner();
    values[2] = place.position();
    written(part, place, value, values, 3);
    out.accept(new Write(Call.write(place.sql().insert(), values), place.sql().order(), false));
  }

  private void updatePart(PartModel part, Place place, Object value) {
    int count = part.columns().size();
    @Nullable Object[] values = new @Nullable Object[count + 3];
    written(part, place, value, values, 0);
    values[count] = place.tenant().value();
    values[count + 1] = place.owner();
    values[count + 2] = place.position();
    out.accept(new Write(Call.write(place.sql().update(), values), place.sql().order(), false));
  }

  private void deleteParts(Place place) {
    Object[] values = {place.tenant().value(), place.owner(), place.position()};
    Call call = Call.write(place.sql().deleteFrom(), values);
    out.accept(new Write(call, place.sql().order(), true));
  }

  private void written(
      PartModel part, Place place, Object value, @Nullable Object[] into, int from) {
    @Nullable Object[] own = part.valuesOf(value, place.position());
    for (int i = 0; i < own.length; i++) {
      into[from + i] = prepared(part.table(), part.columns().get(i), own[i]);
    }
  }
}
