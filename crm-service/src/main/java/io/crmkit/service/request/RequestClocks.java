package io.crmkit.service.request;

import io.crmkit.api.service.calendar.BusinessCalendarId;
import io.crmkit.api.service.calendar.CalendarRevision;
import io.crmkit.api.service.request.Cover;
import io.crmkit.api.service.request.ServiceRequest;
import io.crmkit.api.service.sla.ClockReading;
import io.crmkit.api.service.sla.ServiceLevel;
import io.crmkit.api.service.sla.ServiceLevelId;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.service.calendar.CalendarFeature;
import io.crmkit.service.calendar.WorkingTime;
import io.crmkit.service.sla.LevelFeature;
import io.crmkit.service.sla.SlaClocks;
import io.crmkit.service.sla.SlaTerms;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a request's clocks from its log and the definitions that the log names. */
final class RequestClocks {

  private RequestClocks() {}

  static List<ClockReading> read(ReadTx tx, ServiceRequest request, Instant asOf) {
    Instant opened = request.log().get(0).stamp().occurredAt();
    return asOf.isBefore(opened)
        ? List.of()
        : SlaClocks.read(RequestLog.slaEvents(request.log(), cover -> terms(tx, cover)), asOf);
  }

  /** The request with its next deadline, for lists of what is due. */
  static ServiceRequest withDue(ReadTx tx, ServiceRequest request, Instant asOf) {
    return request.withState(request.state().withDue(nextDeadline(read(tx, request, asOf))));
  }

  private static @Nullable Instant nextDeadline(List<ClockReading> readings) {
    return readings.stream()
        .map(ClockReading::times)
        .filter(times -> times.stoppedAt() == null && times.deadline() != null)
        .map(times -> Objects.requireNonNull(times.deadline()))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** The very revisions that the log names, which nobody's access keeps from being counted by. */
  private static SlaTerms terms(ReadTx tx, Cover cover) {
    ServiceLevelId levelId = Objects.requireNonNull(cover.level());
    BusinessCalendarId calendarId = Objects.requireNonNull(cover.calendar());
    ServiceLevel level = tx.tenantWide().store(LevelFeature.LEVELS).get(levelId);
    CalendarRevision calendar = tx.tenantWide().store(CalendarFeature.CALENDARS).get(calendarId);
    return new SlaTerms(level.terms(), WorkingTime.of(calendar.hours()));
  }
}
