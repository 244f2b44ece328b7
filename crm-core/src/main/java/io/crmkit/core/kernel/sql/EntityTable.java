package io.crmkit.core.kernel.sql;

import io.crmkit.core.kernel.model.Column;
import io.crmkit.core.kernel.model.EntityModel;
import java.util.function.Function;
import org.jooq.DataType;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.TableImpl;

/** A declared entity's table, as jOOQ wants to know it. */
final class EntityTable extends TableImpl<Record> {

  private static final long serialVersionUID = 1L;

  EntityTable(EntityModel<?> model, Function<? super Column, ? extends DataType<?>> types) {
    super(DSL.unquotedName(model.table().split("\\.")));
    model.columns().forEach(c -> add(c, types));
    model.derived().forEach(c -> add(c, types));
  }

  private void add(Column column, Function<? super Column, ? extends DataType<?>> types) {
    createField(DSL.unquotedName(column.name()), types.apply(column), this);
  }
}
