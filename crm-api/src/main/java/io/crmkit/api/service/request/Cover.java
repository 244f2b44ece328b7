package io.crmkit.api.service.request;

import io.crmkit.api.service.calendar.BusinessCalendarId;
import io.crmkit.api.service.contract.ServiceContractId;
import io.crmkit.api.service.sla.ServiceLevelId;
import org.jspecify.annotations.Nullable;

/**
 * What covers a request, with the revisions of the definitions that were in force when that was
 * found.
 *
 * @param contract the service contract; null if none covers it, or the caller may not see it
 * @param level its service level; null if there is none
 * @param calendar the calendar that the service level is counted by; null if there is none
 * @param warranty the warranty that covers it, as people name it; null if none does or a contract
 *     comes first
 */
public record Cover(
    @Nullable ServiceContractId contract,
    @Nullable ServiceLevelId level,
    @Nullable BusinessCalendarId calendar,
    @Nullable String warranty) {

  /** Nothing covers the request. */
  public static final Cover NONE = new Cover(null, null, null, null);
}
