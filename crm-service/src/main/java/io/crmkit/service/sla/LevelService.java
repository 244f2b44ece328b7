package io.crmkit.service.sla;

import static io.crmkit.service.sla.LevelFeature.LEVELS;

import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.api.service.ServiceReason;
import io.crmkit.api.service.sla.DefineServiceLevel;
import io.crmkit.api.service.sla.ServiceLevel;
import io.crmkit.api.service.sla.ServiceLevelId;
import io.crmkit.api.service.sla.ServiceLevels;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.core.spi.work.Work;
import io.crmkit.service.calendar.CalendarFeature;
import io.crmkit.service.common.InputFaults;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** Service levels: definitions of which every revision stays. */
final class LevelService implements ServiceLevels {

  private static final int LONGEST_NAME = 200;

  private final Work work;

  @Inject
  LevelService(Work work) {
    this.work = work;
  }

  @Override
  public ServiceLevel define(DefineServiceLevel command) {
    new InputFaults()
        .code("code", command.code())
        .text("name", command.name(), LONGEST_NAME)
        .code("terms.calendar", command.terms().calendar())
        .orThrow();
    return work.run("service.define-level", command, tx -> define(tx, command));
  }

  private static ServiceLevel define(Tx tx, DefineServiceLevel command) {
    // Two definitions at once would both be the same revision.
    tx.lockNames("service.level", List.of(command.code()));
    String calendar = command.terms().calendar();
    if (CalendarFeature.current(tx.tenantWide(), calendar).isEmpty()) {
      throw Refused.because(Reason.of(ServiceReason.CALENDAR_UNKNOWN).with("calendar", calendar));
    }
    Optional<ServiceLevel> current = LevelFeature.current(tx, command.code());
    boolean same =
        current.isPresent()
            && current.get().name().equals(command.name())
            && current.get().terms().equals(command.terms());
    return same
        ? current.get()
        : tx.store(LEVELS)
            .insert(
                new ServiceLevel(
                    new ServiceLevelId(tx.newId()),
                    0,
                    command.code(),
                    current.map(ServiceLevel::revision).orElse(0) + 1,
                    command.name(),
                    command.terms()));
  }

  @Override
  public Optional<ServiceLevel> current(String code) {
    return work.read(tx -> LevelFeature.current(tx, code));
  }

  @Override
  public ServiceLevel get(ServiceLevelId id) {
    return work.read(tx -> tx.store(LEVELS).get(id));
  }

  @Override
  public List<ServiceLevel> list() {
    return work.read(
        tx -> {
          TreeMap<String, ServiceLevel> latest = new TreeMap<>();
          BinaryOperator<ServiceLevel> later = (a, b) -> a.revision() > b.revision() ? a : b;
          tx.store(LEVELS)
              .all(Criteria.all())
              .forEach(revision -> latest.merge(revision.code(), revision, later));
          return List.copyOf(latest.values());
        });
  }
}
