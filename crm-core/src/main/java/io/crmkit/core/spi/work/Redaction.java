package io.crmkit.core.spi.work;

import io.crmkit.api.value.EntityRef;
import java.util.Objects;
import java.util.Set;

/**
 * Which personal values are to be taken out of what the kernel keeps. They are the values that the
 * subject ever had in attributes declared as personal, as its audit tells, and those named here.
 *
 * @param subject whose values; its own personal attributes are erased whatever their value
 * @param alsoIn other records that those values may stand in: in what they say themselves, and in
 *     their audit, events and deliveries; what they own is looked through, too
 * @param alsoValues further values, such as a name that is written otherwise in other records
 */
public record Redaction(EntityRef subject, Set<EntityRef> alsoIn, Set<String> alsoValues) {

  public Redaction {
    Objects.requireNonNull(subject, "subject");
    alsoIn = Set.copyOf(alsoIn);
    alsoValues = Set.copyOf(alsoValues);
  }

  public static Redaction of(EntityRef subject) {
    return new Redaction(subject, Set.of(), Set.of());
  }

  public Redaction alsoIn(Set<EntityRef> others) {
    return new Redaction(subject, others, alsoValues);
  }

  public Redaction alsoOf(Set<String> values) {
    return new Redaction(subject, alsoIn, values);
  }

  /**
   * In how much something was erased.
   *
   * @param auditEntries entries of the audit
   * @param records records in which people may be named, those that are only ever added included
   * @param events stored events
   * @param deliveries deliveries whose last error told a value
   * @param timers timers whose payload or last error told a value
   * @param keys answers that are kept under idempotency keys
   */
  public record Done(
      int auditEntries, int records, int events, int deliveries, int timers, int keys) {}
}
