package io.crmkit.api.service.contract;

import io.crmkit.api.service.sla.ServiceLevelId;
import io.crmkit.api.value.Money;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * For how long a service contract runs, at which level and price. Days are the tenant's.
 *
 * @param start its first day
 * @param end the day after its last, so that a renewal starts on this day
 * @param level the service level for everything covered that has none of its own
 * @param price the price of the whole term, or null if it is settled elsewhere
 */
public record ContractTerms(
    LocalDate start, LocalDate end, ServiceLevelId level, @Nullable Money price) {

  public ContractTerms {
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(end, "end");
    Objects.requireNonNull(level, "level");
  }

  /** Terms without a price. */
  public static ContractTerms of(LocalDate start, LocalDate end, ServiceLevelId level) {
    return new ContractTerms(start, end, level, null);
  }

  /** The same terms at a price. */
  public ContractTerms at(Money wholePrice) {
    return new ContractTerms(start, end, level, wholePrice);
  }

  /** The same terms with another last day. */
  public ContractTerms endingOn(LocalDate newEnd) {
    return new ContractTerms(start, newEnd, level, price);
  }

  /** Whether the day lies within the term. */
  public boolean contains(LocalDate day) {
    return !day.isBefore(start) && day.isBefore(end);
  }
}
