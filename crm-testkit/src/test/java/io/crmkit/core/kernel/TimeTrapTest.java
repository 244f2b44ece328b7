package io.crmkit.core.kernel;

import static io.crmkit.core.kernel.lab.LabEntities.SPECIMENS;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.CrmSession;
import io.crmkit.api.HostTransaction;
import io.crmkit.api.criteria.Attribute;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabQueries;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TimeZone;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Isolated;

/** A moment is the same moment whatever zones the machines and sessions have that see it. */
@WithSetup(LabSetup.class)
@Isolated
class TimeTrapTest {

  private static final Attribute<Specimen, Instant> SEEN_AT =
      Attribute.of(Specimen.class, "extras.times.seenAt", Instant.class);

  /** Around hours that New York, Berlin, Lord Howe and Apia skip or have twice. */
  private static final List<Instant> MOMENTS =
      List.of(
          Instant.parse("1969-12-31T23:59:59.999999Z"),
          Instant.parse("1970-01-01T00:00:00Z"),
          Instant.parse("2011-12-30T09:59:59.999999Z"),
          Instant.parse("2011-12-30T10:00:00Z"),
          Instant.parse("2026-03-08T06:59:59.999999Z"),
          Instant.parse("2026-03-08T07:00:00Z"),
          Instant.parse("2026-03-08T07:30:00.000001Z"),
          Instant.parse("2026-03-29T00:59:59.999999Z"),
          Instant.parse("2026-03-29T01:00:00Z"),
          Instant.parse("2026-03-29T02:30:00Z"),
          Instant.parse("2026-04-04T15:00:00Z"),
          Instant.parse("2026-10-03T15:30:00Z"),
          Instant.parse("2026-10-25T00:30:00Z"),
          Instant.parse("2026-10-25T01:30:00Z"),
          Instant.parse("2026-11-01T05:30:00.123456Z"),
          Instant.parse("2026-11-01T06:30:00.123456Z"),
          Instant.parse("2038-01-19T03:14:08Z"),
          Instant.parse("2106-02-07T06:28:16Z"));

  /** Days that have no midnight in São Paulo, or that Apia never had. */
  private static final List<LocalDate> DAYS =
      List.of(
          LocalDate.of(2018, 11, 4),
          LocalDate.of(2011, 12, 30),
          LocalDate.of(1582, 10, 10),
          LocalDate.of(2026, 3, 29),
          LocalDate.of(2028, 2, 29));

  private static final List<String> MACHINES =
      List.of("America/New_York", "Asia/Shanghai", "America/Sao_Paulo", "Pacific/Apia");

  /** By offset, which every database understands. */
  private static final List<String> SESSIONS = List.of("-08:00", "+08:00", "+05:45");

  private final TimeZone usual = TimeZone.getDefault();

  @AfterEach
  void restoreZone() {
    TimeZone.setDefault(usual);
  }

  /** Runs the work as a host whose machine and database session are in these zones. */
  private static <R> R in(TestCrm crm, String machine, String offset, Function<CrmSession, R> work)
      throws Exception {
    TimeZone.setDefault(TimeZone.getTimeZone(machine));
    if (crm.dataSource().isEmpty()) {
      return work.apply(crm.session());
    }
    try (Connection connection = crm.dataSource().orElseThrow().getConnection()) {
      setZone(crm, connection, offset);
      connection.setAutoCommit(false);
      try {
        R result = work.apply(crm.session().join(HostTransaction.on(connection)));
        connection.commit();
        return result;
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
        setZone(crm, connection, "+00:00");
      }
    }
  }

  private static void setZone(TestCrm crm, Connection connection, String offset) throws Exception {
    String statement =
        switch (crm.storage()) {
          case "MARIADB" -> "set time_zone = '" + offset + "'";
          case "POSTGRES" -> "set time zone interval '" + offset + "' hour to minute";
          default -> "set time zone '" + offset + "'";
        };
    try (Statement zone = connection.createStatement()) {
      zone.execute(statement);
    }
  }

  private static Specimen seen(Specimen plain, Instant at, LocalDate day) {
    return plain.withExtras(
        new Specimen.Extras(
            "seen", null, null, null, new Specimen.Times(at, day, null), null, null, null));
  }

  @OnEveryStorage
  void what_one_zone_wrote_every_other_reads_and_finds(TestCrm crm) throws Exception {
    for (int i = 0; i < MOMENTS.size(); i++) {
      int number = i;
      in(
          crm,
          MACHINES.get(i % MACHINES.size()),
          SESSIONS.get(i % SESSIONS.size()),
          session ->
              session
                  .get(Lab.class)
                  .add(
                      seen(
                          Specimen.of(crm.newId(), "moment " + number),
                          MOMENTS.get(number),
                          DAYS.get(number % DAYS.size()))));
    }

    for (int m = 0; m < MACHINES.size(); m++) {
      in(crm, MACHINES.get(m), SESSIONS.get(m % SESSIONS.size()), s -> assertAllThere(s));
    }
  }

  private static String assertAllThere(CrmSession session) {
    Lab lab = session.get(Lab.class);
    for (int i = 0; i < MOMENTS.size(); i++) {
      Instant moment = MOMENTS.get(i);
      List<Specimen> found = lab.read(tx -> tx.store(SPECIMENS).all(SEEN_AT.eq(moment)));
      assertThat(found).as("at %s", moment).hasSize(1);
      Specimen.Times times = found.get(0).extras().times();
      assertThat(times.seenAt()).isEqualTo(moment);
      assertThat(times.due()).isEqualTo(DAYS.get(i % DAYS.size()));

      assertThat(lab.<Long>read(tx -> tx.store(SPECIMENS).count(SEEN_AT.lessThan(moment))))
          .as("before %s", moment)
          .isEqualTo(i);
      List<Instant> before = lab.read(tx -> tx.queries(LabQueries.class).seenBefore(moment));
      assertThat(before).as("in a named query").isEqualTo(MOMENTS.subList(0, i));
    }
    return "all there";
  }
}
