package io.crmkit.core.kernel.sql;

import io.crmkit.api.criteria.Order;
import io.crmkit.api.field.ChoicesField;
import io.crmkit.api.field.Field;
import io.crmkit.core.kernel.model.Column;
import io.crmkit.core.kernel.model.DbType;
import io.crmkit.core.kernel.model.EntityModel;
import java.util.List;

/**
 * How the index of custom fields is asked. It has a row for each value of a searchable field, in
 * the column of its kind; texts, truths and references share one. Names are words that were checked
 * when they were declared, so they are part of the text.
 */
final class CustomSql {

  static final String TABLE = "crm_custom_value";

  private CustomSql() {}

  static boolean isCustom(Column column) {
    return column.path().startsWith(Field.PREFIX);
  }

  /** Whether rows come in the order of a custom field, which only the table itself has. */
  static boolean sorts(List<? extends Order<?>> orders) {
    return orders.stream().anyMatch(o -> o.attribute().path().startsWith(Field.PREFIX));
  }

  static boolean isText(Column column) {
    return isCustom(column) && column(column.type()).equals("text_value");
  }

  /** The column in which values of this kind are found. */
  static String column(DbType type) {
    return switch (type) {
      case DECIMAL, INT, LONG -> "number_value";
      case DATE -> "date_value";
      case INSTANT -> "instant_value";
      case TEXT, BOOL, UUID_ -> "text_value";
      case BYTES, JSON -> throw new IllegalArgumentException("values of this kind have no order");
    };
  }

  /** A canonical value in the form in which the index has it. */
  static Object kept(Column column, Object value) {
    return isText(column) ? DbType.text(value) : value;
  }

  static String isField(Column column, EntityModel<?> entity, String alias) {
    return alias
        + ".entity = '"
        + entity.name()
        + "' and "
        + alias
        + ".field = '"
        + checked(column.name())
        + "'";
  }

  /** The value of a record, or null, as an expression. */
  static String valueOf(Column column, EntityModel<?> entity, String table, String alias) {
    return "(select v."
        + column(column.type())
        + " from "
        + table
        + " v where v.tenant_id = "
        + alias
        + ".tenant_id and v.record_id = "
        + alias
        + ".id and "
        + isField(column, entity, "v")
        + ")";
  }

  private static String checked(String name) {
    int length =
        name.endsWith(ChoicesField.EACH)
            ? name.length() - ChoicesField.EACH.length()
            : name.length();
    for (int i = 0; i < length; i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && !(c >= '0' && c <= '9') && c != '.' && c != '_') {
        throw new IllegalArgumentException("no name of a custom field: " + name);
      }
    }
    return name;
  }
}
