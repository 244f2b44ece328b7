package io.crmkit.examples.quickstart.chapters;

import io.crmkit.api.asset.AssetId;
import io.crmkit.api.service.Priority;
import io.crmkit.api.service.calendar.BusinessCalendar;
import io.crmkit.api.service.calendar.BusinessCalendars;
import io.crmkit.api.service.calendar.DayHours;
import io.crmkit.api.service.calendar.DefineCalendar;
import io.crmkit.api.service.calendar.WeeklyHours;
import io.crmkit.api.service.contract.ContractStep;
import io.crmkit.api.service.contract.ContractTerms;
import io.crmkit.api.service.contract.CoverageItem;
import io.crmkit.api.service.contract.DraftServiceContract;
import io.crmkit.api.service.contract.ServiceContract;
import io.crmkit.api.service.contract.ServiceContracts;
import io.crmkit.api.service.sla.DefineServiceLevel;
import io.crmkit.api.service.sla.ServiceLevel;
import io.crmkit.api.service.sla.ServiceLevelTerms;
import io.crmkit.api.service.sla.ServiceLevels;
import io.crmkit.api.value.Label;
import io.crmkit.examples.quickstart.story.Role;
import io.crmkit.examples.quickstart.story.Tale;
import java.time.Duration;
import java.util.List;

/** Step 8: a contract covers the system and everything below it, in business hours. */
public final class ContractCovers implements Chapter {

  /** The day of the story on which nobody works. */
  static final int HOLIDAY = 91;

  @Override
  public Label title() {
    return new Label("A service contract", "服务合约");
  }

  @Override
  public List<Class<?>> needs() {
    return List.of(ServiceContracts.class, ServiceLevels.class, BusinessCalendars.class);
  }

  @Override
  public void tell(Tale tale) {
    tale.at(53, "10:00");
    ServiceLevel level = level(tale);
    CoverageItem system =
        tale.cast()
            .find(Role.SYSTEM)
            .map(CoverageItem::assetAndBelow)
            .orElseGet(CoverageItem::wholeCustomer);
    ServiceContract main = contract(tale, level, system);
    tale.tell()
        .say(
            "Contract {0} covers {1}, {2} to {3}.",
            "合约 {0} 覆盖{1}，自 {2} 至 {3}。",
            main.number(),
            system.scope() == CoverageItem.Scope.CUSTOMER
                ? new Label("everything the hospital has", "医院的全部设备")
                : new Label("the system and all below it", "该系统及其下的一切"),
            main.terms().start(),
            main.terms().end().minusDays(1));
    CoverageItem other =
        tale.cast()
            .find(Role.WORKSTATION)
            .map((AssetId unit) -> CoverageItem.asset(unit))
            .orElseGet(() -> CoverageItem.site(tale.text("North clinic", "北院区")));
    ServiceContract second = contract(tale, level, other);
    tale.tell()
        .say(
            "Contract {0} covers {1} only.",
            "合约 {0} 只覆盖{1}。",
            second.number(),
            other.scope() == CoverageItem.Scope.SITE
                ? new Label("the north clinic", "北院区")
                : new Label("one workstation", "一台工作站"));
  }

  private ServiceLevel level(Tale tale) {
    String hours = "09:00-12:00 13:00-18:00";
    BusinessCalendar calendar =
        BusinessCalendar.of(
                tale.facts().profile().zone(), WeeklyHours.workweek(DayHours.parse(hours)))
            .withHoliday(tale.day(HOLIDAY), tale.text("Founders' day", "公司成立纪念日"));
    tale.get(BusinessCalendars.class)
        .define(new DefineCalendar("office", tale.text("Office hours", "办公时间"), calendar));
    ServiceLevel level =
        tale.get(ServiceLevels.class)
            .define(
                new DefineServiceLevel(
                    "gold",
                    tale.text("Gold", "金牌"),
                    ServiceLevelTerms.on("office")
                        .with(Priority.CRITICAL, Duration.ofHours(2), Duration.ofHours(8))
                        .with(Priority.HIGH, Duration.ofHours(4), Duration.ofHours(16))
                        .with(Priority.MEDIUM, Duration.ofHours(8), Duration.ofHours(40))));
    tale.tell()
        .say(
            "Level \"{0}\": Monday to Friday {1}; high priority: response {2}, solution {3}.",
            "服务级别“{0}”：周一至周五 {1}；高优先级：{2}内响应，{3}内解决。",
            level.name(),
            hours,
            Duration.ofHours(4),
            Duration.ofMinutes(16 * 60));
    return level;
  }

  private ServiceContract contract(Tale tale, ServiceLevel level, CoverageItem covered) {
    ContractTerms terms =
        ContractTerms.of(tale.day(53), tale.day(53).plusYears(1), level.id())
            .at(tale.facts().money(4_800));
    ServiceContracts contracts = tale.get(ServiceContracts.class);
    ServiceContract draft =
        contracts.draft(
            DraftServiceContract.of(tale.cast().get(Role.CUSTOMER), terms, List.of(covered)));
    return contracts.activate(ContractStep.of(draft));
  }
}
