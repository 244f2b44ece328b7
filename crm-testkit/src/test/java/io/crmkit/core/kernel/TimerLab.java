package io.crmkit.core.kernel;

import static io.crmkit.core.kernel.lab.LabEntities.LOG;

import io.crmkit.api.CrmSession;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.core.kernel.lab.Alarm;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.LogLine;
import io.crmkit.core.kernel.lab.TagId;
import io.crmkit.core.spi.timer.TimerFired;
import io.crmkit.core.spi.timer.Timers;
import io.crmkit.testkit.TestCrm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Sets timers, and hears what becomes of them. */
final class TimerLab {

  private TimerLab() {}

  static void on(TestCrm crm, BiConsumer<CrmSession, TimerFired<Alarm>> handler) {
    crm.setup(LabSetup.class).hooks().onAlarm(crm.tenant(), handler);
  }

  static List<String> heard(TestCrm crm) {
    List<String> words = new ArrayList<>();
    on(crm, (s, t) -> words.add(t.payload().word()));
    return words;
  }

  static <R> R timers(CrmSession session, Function<Timers, R> work) {
    return session.get(Lab.class).run(tx -> work.apply(tx.timers()));
  }

  static void set(TestCrm crm, String name, Duration in) {
    Instant due = crm.clock().instant().plus(in);
    timers(
        crm.session(),
        t -> {
          t.set(Alarm.key(name), due, Alarm.of(name));
          return "set";
        });
  }

  static boolean move(TestCrm crm, String name, Instant due) {
    return timers(crm.session(), t -> t.move(Alarm.key(name), due));
  }

  static boolean cancel(TestCrm crm, String name) {
    return timers(crm.session(), t -> t.cancel(Alarm.key(name)));
  }

  static Optional<Instant> dueOf(TestCrm crm, String name) {
    return timers(crm.session(), t -> t.due(Alarm.key(name)));
  }

  static void log(CrmSession session, String line) {
    session
        .get(Lab.class)
        .run(tx -> tx.store(LOG).insert(new LogLine(new TagId(tx.newId()), 0, line)).line());
  }

  static long logged(TestCrm crm) {
    return crm.get(Lab.class).read(tx -> tx.store(LOG).count(Criteria.all()));
  }
}
