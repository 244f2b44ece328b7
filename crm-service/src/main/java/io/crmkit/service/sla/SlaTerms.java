package io.crmkit.service.sla;

import io.crmkit.api.service.Priority;
import io.crmkit.api.service.WaitingReason;
import io.crmkit.api.service.calendar.BusinessCalendar;
import io.crmkit.api.service.sla.ServiceLevelTerms;
import io.crmkit.api.service.sla.SlaClock;
import io.crmkit.api.service.sla.SlaTarget;
import io.crmkit.service.calendar.WorkingTime;
import java.util.Optional;

/** A service level together with the calendar that its key stood for when it was applied. */
public final class SlaTerms {

  private final ServiceLevelTerms level;
  private final WorkingTime businessHours;
  private final WorkingTime roundTheClock;

  public SlaTerms(ServiceLevelTerms level, WorkingTime businessHours) {
    this.level = level;
    this.businessHours = businessHours;
    this.roundTheClock =
        WorkingTime.of(BusinessCalendar.roundTheClock(businessHours.calendar().zone()));
  }

  Optional<SlaTarget> target(Priority priority, SlaClock clock) {
    return level.target(priority, clock);
  }

  WorkingTime hours(SlaTarget target) {
    return target.hours() == SlaTarget.Hours.BUSINESS ? businessHours : roundTheClock;
  }

  boolean pauses(SlaClock clock, WaitingReason reason) {
    return level.pauses(clock, reason);
  }
}
