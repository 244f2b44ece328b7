package io.crmkit.verification.access;

import java.lang.reflect.RecordComponent;

/**
 * The components of records, found out once for each class: the JDK does so anew each time, and
 * most of the fuzz's time went there.
 */
final class Components {

  private static final ClassValue<RecordComponent[]> OF =
      new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
          return type.getRecordComponents();
        }
      };

  private Components() {}

  /** Not to be written to. */
  static RecordComponent[] of(Class<?> record) {
    return OF.get(record);
  }
}
