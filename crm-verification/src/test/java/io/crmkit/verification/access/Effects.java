package io.crmkit.verification.access;

import io.crmkit.api.CrmSession;
import io.crmkit.api.value.EntityRef;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a call did to the records.
 *
 * @param records as they were
 */
record Effects(Map<EntityRef, Record> records) {

  /** Which records there are that were not there, are no more, or have changed. */
  Object of(CrmSession joined) {
    Map<String, Integer> changes = new TreeMap<>();
    Map<EntityRef, Record> now = Peek.all(joined);
    now.forEach(
        (ref, row) -> {
          Record before = records.get(ref);
          if (before == null) {
            changes.merge("new " + ref.entity(), 1, Integer::sum);
          } else if (!Objects.equals(Fuzz.value(before, "version"), Fuzz.value(row, "version"))) {
            changes.merge("changed " + ref, 1, Integer::sum);
          }
        });
    records.keySet().stream()
        .filter(ref -> !now.containsKey(ref))
        .forEach(ref -> changes.merge("gone " + ref, 1, Integer::sum));
    return changes;
  }

  static boolean isNone(Object effect) {
    return effect instanceof Map<?, ?> changes && changes.isEmpty();
  }
}
