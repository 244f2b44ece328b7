package io.crmkit.core.kernel.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Ids in a condition. Their number is rounded up to a power of two by naming the last one again, so
 * that there are few different texts, however many ids there are.
 *
 * @param condition {@code = ?} or {@code in (?, ..)}
 * @param ids one for each question mark
 */
record IdList(String condition, List<UUID> ids) {

  static IdList of(List<UUID> ids) {
    if (ids.size() == 1) {
      return new IdList("= ?", ids);
    }
    List<UUID> rounded = new ArrayList<>(ids);
    int count = Integer.highestOneBit(Math.max(1, ids.size() - 1)) * 2;
    while (rounded.size() < count) {
      rounded.add(ids.get(ids.size() - 1));
    }
    return new IdList("in (" + EntitySql.questionMarks(count) + ")", rounded);
  }

  /** The parameters of a statement that names the tenant first. */
  List<Object> after(String tenant) {
    List<Object> values = new ArrayList<>(ids.size() + 1);
    values.add(tenant);
    values.addAll(ids);
    return values;
  }
}
