package io.crmkit.service.request;

import io.crmkit.api.service.calendar.BusinessCalendarId;
import io.crmkit.api.service.calendar.CalendarRevision;
import io.crmkit.api.service.entitlement.Candidate;
import io.crmkit.api.service.entitlement.CoverageQuestion;
import io.crmkit.api.service.request.Cover;
import io.crmkit.api.service.request.RequestSubject;
import io.crmkit.api.service.sla.ServiceLevelId;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.service.calendar.CalendarFeature;
import io.crmkit.service.entitlement.EntitlementCheck;
import io.crmkit.service.sla.LevelFeature;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what covers a request, and pins the revisions of the definitions in force. */
final class CoverFinder {

  private CoverFinder() {}

  static Cover find(ReadTx tx, RequestSubject subject, Instant at) {
    // With the whole tenant's eyes: who may not see a contract is covered by it all the same.
    Optional<Candidate> applying =
        EntitlementCheck.answer(tx.tenantWide(), question(tx, subject, at)).applying();
    if (applying.isEmpty()) {
      return Cover.NONE;
    }
    Candidate candidate = applying.get();
    String warranty = candidate.kind() == Candidate.Kind.WARRANTY ? candidate.label() : null;
    ServiceLevelId level = candidate.level();
    return new Cover(candidate.contract(), level, calendar(tx, level), warranty);
  }

  static CoverageQuestion question(ReadTx tx, RequestSubject subject, Instant at) {
    return new CoverageQuestion(
        subject.customer(),
        subject.asset(),
        subject.product(),
        subject.site(),
        at.atZone(tx.session().profile().zone()).toLocalDate());
  }

  private static @Nullable BusinessCalendarId calendar(ReadTx tx, @Nullable ServiceLevelId level) {
    if (level == null) {
      return null;
    }
    String code = tx.tenantWide().store(LevelFeature.LEVELS).get(level).terms().calendar();
    return CalendarFeature.current(tx.tenantWide(), code).map(CalendarRevision::id).orElse(null);
  }
}
