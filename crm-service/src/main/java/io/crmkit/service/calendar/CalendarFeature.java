package io.crmkit.service.calendar;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.service.ServiceReason;
import io.crmkit.api.service.calendar.BusinessCalendars;
import io.crmkit.api.service.calendar.CalendarRevision;
import io.crmkit.core.spi.module.ModuleRegistrar;
import io.crmkit.core.spi.storage.Entity;
import io.crmkit.core.spi.work.ReadTx;
import java.util.Optional;

/** What the module brings of business calendars, and how its other features find them. */
public final class CalendarFeature {

  public static final Entity<CalendarRevision> CALENDARS =
      Entity.of(CalendarRevision.class, "service.calendar", "crm_business_calendar")
          .json("hours")
          .unique(ServiceReason.DEFINITION_CHANGED, "code", "revision")
          .indexed("code")
          .publicToTenant();

  static final Attribute<CalendarRevision, String> CODE =
      Attribute.of(CalendarRevision.class, "code", String.class);
  static final Attribute<CalendarRevision, Integer> REVISION =
      Attribute.of(CalendarRevision.class, "revision", Integer.class);

  private CalendarFeature() {}

  public static void register(ModuleRegistrar registrar) {
    registrar.entity(CALENDARS);
    registrar.service(BusinessCalendars.class, CalendarService.class);
  }

  /** The revision in force of a calendar. */
  public static Optional<CalendarRevision> current(ReadTx tx, String code) {
    return tx
        .store(CALENDARS)
        .list(Query.where(CODE.eq(code)).orderBy(REVISION.descending()).limit(1))
        .stream()
        .findFirst();
  }
}
