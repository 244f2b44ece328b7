package io.crmkit.core.kernel.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/**
 * Ids in a condition. Their number is rounded up to a power of two by naming the last one again, so
 * that there are few different texts, however many ids there are.
 */
final class IdList {

  private final List<UUID> ids;
  private final boolean paired;

  private IdList(List<UUID> ids, boolean paired) {
    this.ids = ids;
    this.paired = paired;
  }

  static IdList of(Dialect dialect, List<UUID> ids) {
    if (ids.size() == 1) {
      return new IdList(ids, false);
    }
    List<UUID> rounded = new ArrayList<>(ids);
    int count = Integer.highestOneBit(Math.max(1, ids.size() - 1)) * 2;
    while (rounded.size() < count) {
      rounded.add(ids.get(ids.size() - 1));
    }
    return new IdList(rounded, dialect.seeksPairsOnly());
  }

  /**
   * The condition that a row is one of these of a tenant.
   *
   * @param prefix of the columns: empty, or an alias with its dot
   */
  String condition(String prefix) {
    if (paired) {
      String pairs = String.join(", ", Collections.nCopies(ids.size(), "(?, ?)"));
      return "(" + prefix + "tenant_id, " + prefix + "id) in (" + pairs + ")";
    }
    String tenant = prefix + "tenant_id = ? and " + prefix + "id ";
    return ids.size() == 1
        ? tenant + "= ?"
        : tenant + "in (" + EntitySql.questionMarks(ids.size()) + ")";
  }

  /** One for each question mark. */
  List<Object> binds(String tenant) {
    List<Object> values = new ArrayList<>(ids.size() * 2);
    if (!paired) {
      values.add(tenant);
      values.addAll(ids);
      return values;
    }
    for (UUID id : ids) {
      values.add(tenant);
      values.add(id);
    }
    return values;
  }
}
