package io.crmkit.assets.merge;

import static io.crmkit.api.environment.EnvironmentCategory.SOFTWARE;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.AssetParty;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.AssetStep;
import io.crmkit.api.asset.AssetTransfers;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.AssetsInTime;
import io.crmkit.api.asset.CorrectHistory;
import io.crmkit.api.asset.GiveBackAsset;
import io.crmkit.api.asset.LendAsset;
import io.crmkit.api.asset.MoveAsset;
import io.crmkit.api.asset.Placement;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.asset.SetAssetParty;
import io.crmkit.api.asset.TakeStep;
import io.crmkit.api.asset.TransferAsset;
import io.crmkit.api.asset.TwoTimes;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.customer.view.CustomerViews;
import io.crmkit.api.customer.view.TimelineQuestion;
import io.crmkit.api.entitlement.ConsumeEntitlement;
import io.crmkit.api.entitlement.Entitlement;
import io.crmkit.api.entitlement.EntitlementAttributes;
import io.crmkit.api.entitlement.EntitlementUnit;
import io.crmkit.api.entitlement.Entitlements;
import io.crmkit.api.entitlement.GrantEntitlement;
import io.crmkit.api.environment.ChangesSince;
import io.crmkit.api.environment.EnvironmentAttributes;
import io.crmkit.api.environment.EnvironmentCategory;
import io.crmkit.api.environment.EnvironmentItem;
import io.crmkit.api.environment.EnvironmentPoint;
import io.crmkit.api.environment.Environments;
import io.crmkit.api.environment.RecordEnvironmentChange;
import io.crmkit.api.environment.RecordSnapshot;
import io.crmkit.api.product.UnitRole;
import io.crmkit.api.value.EntityRef;
import io.crmkit.testkit.TestCrm;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What happens to the units of two customers, who may be one and the same: the same is told in both
 * worlds, and both are asked the same.
 */
final class MergeWorld {

  private static final EnvironmentItem KERNEL =
      EnvironmentItem.versioned(EnvironmentCategory.OPERATING_SYSTEM, "kernel", "5.9");

  final CustomerId twin;
  final CustomerId main;
  final CustomerId other;

  private final TestCrm crm;
  private final Instant begin;

  MergeWorld(TestCrm crm, boolean one) {
    this.crm = crm;
    this.begin = crm.clock().instant();
    this.main = customer("Main");
    this.twin = one ? main : customer("Twin");
    this.other = customer("Other");
  }

  private CustomerId customer(String name) {
    return crm.get(Customers.class)
        .register(RegisterCustomer.organization(CustomerName.of(name)))
        .id();
  }

  Asset unit(CustomerId customer, String name, Placement placement) {
    return crm.get(Assets.class)
        .register(
            RegisterAsset.ofOurs(customer, AssetIdentity.ofModel("Acme", name))
                .withPlacement(placement));
  }

  Asset machine(CustomerId customer, String name) {
    return unit(customer, name, Placement.standingAlone(UnitRole.MACHINE));
  }

  /** The unit of that name, of those that a customer of this world ever had. */
  Asset named(String name) {
    return List.of(main, twin, other).stream()
        .flatMap(c -> crm.get(AssetsInTime.class).custodies(c).stream())
        .filter(custody -> custody.label().equals(name))
        .map(custody -> crm.get(Assets.class).get(custody.asset()))
        .findFirst()
        .orElseThrow();
  }

  Instant day(int day) {
    return begin.plus(day, ChronoUnit.DAYS);
  }

  AssetTransfers transfers() {
    return crm.get(AssetTransfers.class);
  }

  void step(String unit, AssetStep step) {
    crm.get(Assets.class).takeStep(TakeStep.of(named(unit), step));
  }

  void party(String unit, AssetParty party, CustomerId customer) {
    transfers().setParty(SetAssetParty.of(named(unit), party, customer));
  }

  void correct(String unit, AssetStatus status, Instant from, Instant to) {
    Asset asset = named(unit);
    transfers()
        .correct(
            new CorrectHistory(
                asset.id(), asset.version(), new CorrectHistory.Status(status), from, to));
  }

  /** What happens on a day. */
  void tell(int day) {
    switch (day) {
      case 0 -> {
        Asset press = machine(twin, "press");
        unit(twin, "fan", Placement.within(press.id(), UnitRole.PART).withFunction("cooling"));
        machine(main, "pump");
        machine(twin, "spare");
        machine(twin, "sold");
        machine(other, "foreign");
        machine(other, "bought");
        Entitlement hours =
            crm.get(Entitlements.class)
                .grant(
                    GrantEntitlement.of(
                        twin,
                        40,
                        EntitlementUnit.HOUR,
                        new Entitlement.Period(LocalDate.of(2020, 1, 1), null)));
        crm.get(Entitlements.class).consume(ConsumeEntitlement.of(twin, 6, hours.unit()));
        found(twin, EnvironmentItem.versioned(SOFTWARE, "ERP client", "1.9"), KERNEL);
      }
      case 1 -> {
        step("press", AssetStep.TAKE_INTO_REPAIR);
        step("spare", AssetStep.STORE);
        party("foreign", AssetParty.MAINTAINER, twin);
        party("foreign", AssetParty.LESSOR, main);
        party("pump", AssetParty.MAINTAINER, twin);
      }
      case 2 -> {
        found(main, EnvironmentItem.versioned(SOFTWARE, "ERP client", "1.8"));
        transfers().transfer(TransferAsset.of(named("sold"), other));
        transfers().transfer(TransferAsset.of(named("bought"), twin));
        transfers().lend(LendAsset.of(named("spare"), other));
        step("press", AssetStep.FINISH_REPAIR);
      }
      case 3 -> {
        updated(twin, EnvironmentItem.versioned(SOFTWARE, "ERP client", "1.10"));
        correct(
            "press", AssetStatus.LOST, day(1).minusSeconds(40_000), day(1).minusSeconds(20_000));
        correct("sold", AssetStatus.IN_REPAIR, day(1), day(1).plusSeconds(10_000));
        step("bought", AssetStep.STORE);
      }
      case 6 -> {
        found(main, EnvironmentItem.versioned(SOFTWARE, "ERP client", "1.10"), KERNEL);
        transfers().giveBack(GiveBackAsset.of(named("spare")));
        step("bought", AssetStep.START);
        Asset pump = named("pump");
        crm.get(Assets.class)
            .move(MoveAsset.of(named("press"), Placement.within(pump.id(), UnitRole.MACHINE)));
        Asset foot = unit(main, "foot", Placement.standingAlone(UnitRole.PART));
        crm.get(Assets.class)
            .move(MoveAsset.of(foot, Placement.within(named("fan").id(), UnitRole.PART)));
      }
      case 7 -> {
        correct("press", AssetStatus.STORED, day(0).plusSeconds(100), day(0).plusSeconds(200));
        transfers().transfer(TransferAsset.of(named("bought"), other));
        crm.get(Entitlements.class).consume(ConsumeEntitlement.of(main, 2, EntitlementUnit.HOUR));
      }
      default -> throw new IllegalArgumentException("nothing happens on day " + day);
    }
  }

  private void found(CustomerId customer, EnvironmentItem... items) {
    crm.get(Environments.class)
        .record(RecordSnapshot.complete(EntityRef.of(Customer.ENTITY, customer), List.of(items)));
  }

  private void updated(CustomerId customer, EnvironmentItem item) {
    crm.get(Environments.class)
        .recordChange(
            RecordEnvironmentChange.updated(EntityRef.of(Customer.ENTITY, customer), item));
  }

  /** Everything that can be asked about a customer, in words without ids. */
  List<String> of(CustomerId customer) {
    List<String> all = new ArrayList<>();
    AssetsInTime time = crm.get(AssetsInTime.class);
    time.custodies(customer)
        .forEach(c -> all.add("had " + c.label() + " " + c.party() + span(c.from(), c.to())));
    crm.get(CustomerViews.class).timeline(TimelineQuestion.latest(customer)).entries().stream()
        .filter(entry -> entry.module().equals("assets"))
        .forEach(
            e -> all.add("told " + e.kind() + " " + e.text().en() + span(e.occurredAt(), null)));
    for (int hours = 0; hours < 200; hours += 15) {
      TwoTimes times = TwoTimes.at(begin.plus(hours, ChronoUnit.HOURS));
      String at = " after " + hours + " h";
      all.add("counts " + new TreeMap<>(time.counts(customer, times)) + at);
      time.heldBy(customer, times, null, 100)
          .items()
          .forEach(
              state ->
                  all.add(
                      "held "
                          + state.label()
                          + " "
                          + state.status()
                          + within(state.placement())
                          + new TreeMap<>(names(state.parties()))
                          + at));
    }
    crm.get(Assets.class)
        .search(Query.where(AssetAttributes.CUSTOMER.eq(customer)).limit(100))
        .items()
        .forEach(asset -> all.add("has " + told(asset)));
    crm.get(Entitlements.class)
        .search(Query.where(EntitlementAttributes.CUSTOMER.eq(customer)))
        .items()
        .forEach(e -> all.add("may draw " + e.balance().left().stripTrailingZeros()));
    environment(all, EntityRef.of(Customer.ENTITY, customer));
    return all.stream().sorted().toList();
  }

  private void environment(List<String> all, EntityRef customer) {
    Environments environments = crm.get(Environments.class);
    environments
        .search(Query.where(EnvironmentAttributes.ITEM_SUBJECT.eq(customer.id())))
        .items()
        .forEach(item -> all.add("runs " + item.itemKey() + " " + item.value().version()));
    for (int hours = 5; hours < 200; hours += 20) {
      String at = " after " + hours + " h";
      environments
          .at(EnvironmentPoint.of(customer, begin.plus(hours, ChronoUnit.HOURS)))
          .items()
          .forEach(item -> all.add("ran " + item.key() + " " + item.value().version() + at));
    }
    environments
        .changesSince(ChangesSince.of(customer, begin.plusSeconds(1)))
        .happenings()
        .forEach(h -> all.add("happened " + h.difference() + span(h.time().at(), null)));
  }

  private TreeMap<AssetParty, String> names(Map<AssetParty, CustomerId> parties) {
    TreeMap<AssetParty, String> names = new TreeMap<>();
    parties.forEach((party, customer) -> names.put(party, name(customer)));
    return names;
  }

  String told(Asset asset) {
    return asset.label()
        + " "
        + asset.life()
        + within(asset.placement())
        + " of "
        + name(asset.customer())
        + (asset.parties() == null
            ? ""
            : " user "
                + name(asset.parties().user())
                + " maintainer "
                + name(asset.parties().maintainer())
                + " lessor "
                + name(asset.parties().lessor()))
        + (asset.loan() == null ? "" : " lent by " + name(asset.loan().lender()));
  }

  private String name(CustomerId customer) {
    return customer == null
        ? "-"
        : customer.equals(main) ? "main" : customer.equals(twin) ? "twin" : "other";
  }

  private String within(Placement placement) {
    AssetId parent = placement == null ? null : placement.parent();
    return parent == null
        ? " alone"
        : " within " + crm.get(Assets.class).get(parent).label() + " as " + placement.function();
  }

  private String span(Instant from, Instant to) {
    return " "
        + ChronoUnit.SECONDS.between(begin, from)
        + ".."
        + (to == null ? "" : ChronoUnit.SECONDS.between(begin, to));
  }
}
