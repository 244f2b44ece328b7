package io.crmkit.verification.plans;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Parts;
import io.crmkit.core.kernel.model.Column;
import io.crmkit.core.kernel.model.DbType;
import io.crmkit.core.kernel.model.PartModel;
import io.crmkit.core.spi.storage.Entity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * One search by one value.
 *
 * @param searched what is searched
 * @param kind of criteria
 * @param where the criteria
 */
@SuppressWarnings({"unchecked", "rawtypes"}) // every entity, every type of value
record Asked(Declared.Searched searched, String kind, Criteria where) {

  /** One search for each kind of criteria that the value's type allows. */
  static List<Asked> of(Declared.Searched searched) {
    Column column = searched.column();
    Class<?> type = searched.type() == null ? column.type().javaClass() : searched.type();
    Object first = value(column, type, 0);
    Object second = value(column, type, 1);
    PartModel part = searched.part();
    Class owner = part == null ? searched.model().entity().type() : part.type();
    Attribute attribute = Attribute.of(owner, column.path(), (Class) first.getClass());
    List<Criteria> leaves = new ArrayList<>();
    List<String> kinds = new ArrayList<>();
    add(kinds, leaves, "eq", attribute.eq(first));
    add(kinds, leaves, "in", attribute.in(List.of(first, second)));
    if (!type.isEnum() && type != Boolean.class && type != boolean.class) {
      add(kinds, leaves, "range", attribute.between(first, second));
    }
    if (type == String.class) {
      add(kinds, leaves, "startsWith", new Criteria.StartsWith(attribute, first.toString()));
    }
    List<Asked> asked = new ArrayList<>();
    for (int i = 0; i < leaves.size(); i++) {
      Criteria where =
          part == null
              ? leaves.get(i)
              : new Criteria.AnyPart(
                  new Parts(searched.model().entity().type(), part.path(), part.type()),
                  leaves.get(i));
      asked.add(new Asked(searched, kinds.get(i), where));
    }
    return asked;
  }

  String name() {
    return searched.name() + " " + kind;
  }

  /** Whether it looks for the beginning of a text, or for texts between two others. */
  boolean byBeginning() {
    return searched.column().type() == DbType.TEXT
        && (kind.equals("range") || kind.equals("startsWith"));
  }

  private static void add(
      List<String> kinds, List<Criteria> leaves, String kind, Criteria criteria) {
    kinds.add(kind);
    leaves.add(criteria);
  }

  void by(SearchModule.Searches searches) {
    searches.page((Entity) searched.model().entity(), where);
  }

  /** Values that lie close together, the second one behind the first. */
  private static Object value(Column column, Class<?> type, int index) {
    if (type.isEnum()) {
      Object[] constants = type.getEnumConstants();
      return constants[index % constants.length];
    }
    Object stored =
        switch (column.type()) {
          case TEXT -> index == 0 ? "EUR" : "USD";
          case INT -> 7 + index;
          case LONG -> 7_000L + index;
          case DECIMAL -> new BigDecimal("70" + index);
          case BOOL -> index == 0;
          case UUID_ -> new UUID(0, 7_000 + index);
          case INSTANT -> Instant.parse("2024-05-0" + (1 + index) + "T00:00:00Z");
          case DATE -> LocalDate.of(2024, 5, 1 + index);
          case BYTES, JSON -> throw new IllegalArgumentException("not searched: " + column);
        };
    if (type == String.class) {
      stored = index == 0 ? "Text 4711" : "Text 4712";
    }
    return column.codec().decode(stored);
  }
}
