package io.crmkit.assets.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.AssetParty;
import io.crmkit.api.asset.AssetPartyChanged;
import io.crmkit.api.asset.AssetReason;
import io.crmkit.api.asset.AssetStep;
import io.crmkit.api.asset.AssetTransferred;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.AssetsInTime;
import io.crmkit.api.asset.CoverOnTransfer;
import io.crmkit.api.asset.LendAsset;
import io.crmkit.api.asset.MoveAsset;
import io.crmkit.api.asset.Placement;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.asset.TransferAsset;
import io.crmkit.api.asset.TwoTimes;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.merge.CustomerMerge;
import io.crmkit.api.customer.merge.MergeForecast;
import io.crmkit.api.customer.merge.MergeShare;
import io.crmkit.api.entitlement.EntitlementReassigned;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.api.product.UnitRole;
import io.crmkit.api.site.CreateSite;
import io.crmkit.api.site.Site;
import io.crmkit.api.site.Sites;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Two records are one customer: what assets keep for the one becomes the other's. */
class CustomerMergeContractTest {

  private static final Duration DAY = Duration.ofDays(1);

  @OnEveryStorage
  void the_survivor_is_as_if_it_had_had_everything_always(TestCrm crm) {
    MergeWorld two = new MergeWorld(crm, false);
    MergeWorld one = new MergeWorld(crm, true);
    tell(crm, List.of(two, one), 0, 1, 2, 3);
    crm.clock().advance(DAY);
    crm.merge(new CustomerMerge(two.main, two.twin));

    assertSame(two.of(two.main), one.of(one.main));
    assertSame(two.of(two.other), one.of(one.other));

    tell(crm, List.of(two, one), 6, 7);

    assertSame(two.of(two.main), one.of(one.main));
    assertSame(two.of(two.other), one.of(one.other));
  }

  @OnEveryStorage
  void what_was_known_before_is_known_still(TestCrm crm) {
    MergeWorld world = new MergeWorld(crm, false);
    tell(crm, List.of(world), 0, 1, 2, 3);
    Instant before = crm.clock().instant();
    TwoTimes then = TwoTimes.at(before).asKnownOn(before);
    AssetsInTime time = crm.get(AssetsInTime.class);
    var known = time.heldBy(world.twin, then, null, 100).items();
    crm.clock().advance(DAY);
    crm.merge(new CustomerMerge(world.main, world.twin));

    assertThat(known).isNotEmpty();
    assertThat(time.heldBy(world.twin, then, null, 100).items()).isEqualTo(known);
    assertThat(time.heldBy(world.twin, TwoTimes.at(before), null, 100).items()).isEmpty();
  }

  @OnEveryStorage
  void sites_go_along_and_come_back_without_what_stays(TestCrm crm) {
    MergeWorld world = new MergeWorld(crm, false);
    Sites sites = crm.get(Sites.class);
    Assets assets = crm.get(Assets.class);
    Site hall = sites.create(CreateSite.of(world.twin, "Hall 7"));
    Site yard = sites.create(CreateSite.of(world.main, "Yard"));
    Asset press = assets.register(at(world.twin, "Press", hall));
    Asset other = assets.register(at(world.twin, "Other press", hall));
    crm.clock().advance(DAY);
    CustomerMerge merge = new CustomerMerge(world.main, world.twin);
    List<MergeShare> shares = crm.merge(merge);

    assertThat(sites.ofCustomer(world.main)).extracting(Site::name).contains("Hall 7", "Yard");
    assertThat(sites.ofCustomer(world.twin)).isEmpty();
    assertThat(assets.siteOf(press.id())).map(Site::name).contains("Hall 7");

    // Bought by the survivor since, and put where the other had its own; and the other way round.
    Asset drill = assets.register(at(world.main, "Drill", hall));
    Asset moved = assets.get(other.id());
    assets.move(MoveAsset.of(moved, moved.placement().withSiteId(yard.id())));
    crm.clock().advance(DAY);
    crm.undo(merge, shares);

    assertThat(sites.ofCustomer(world.twin)).extracting(Site::name).containsExactly("Hall 7");
    assertThat(sites.ofCustomer(world.main)).extracting(Site::name).containsExactly("Yard");
    assertThat(assets.siteOf(press.id())).map(Site::name).contains("Hall 7");
    assertThat(assets.siteOf(drill.id())).isEmpty();
    assertThat(assets.siteOf(other.id())).isEmpty();
  }

  private static RegisterAsset at(CustomerId customer, String model, Site site) {
    return RegisterAsset.ofOurs(customer, AssetIdentity.ofModel("Maker", model))
        .withPlacement(Placement.standingAlone(UnitRole.MACHINE).withSiteId(site.id()));
  }

  @OnEveryStorage
  void undone_it_is_as_if_it_had_never_been(TestCrm crm) {
    MergeWorld world = new MergeWorld(crm, false);
    tell(crm, List.of(world), 0, 1, 2, 3);
    crm.clock().advance(DAY);
    List<String> before = everybody(world);
    CustomerMerge merge = new CustomerMerge(world.main, world.twin);
    List<MergeShare> shares = crm.merge(merge);
    assertThat(everybody(world)).isNotEqualTo(before);
    crm.clock().advance(DAY);

    crm.undo(merge, shares);

    assertSame(everybody(world), before);
    crm.clock().advance(DAY);
    crm.undo(merge, crm.merge(merge));
    assertSame(everybody(world), before);
  }

  private static List<String> everybody(MergeWorld world) {
    List<String> all = new ArrayList<>();
    world.of(world.main).forEach(line -> all.add("main " + line));
    world.of(world.twin).forEach(line -> all.add("twin " + line));
    world.of(world.other).forEach(line -> all.add("other " + line));
    return all;
  }

  private static void assertSame(List<String> actual, List<String> expected) {
    List<String> missing = new ArrayList<>(expected);
    actual.forEach(missing::remove);
    List<String> tooMany = new ArrayList<>(actual);
    expected.forEach(tooMany::remove);
    assertThat(tooMany).as("too many, while missing are " + missing).isEmpty();
    assertThat(missing).as("missing").isEmpty();
  }

  @OnEveryStorage
  void undoing_gives_back_what_changed_since_and_leaves_what_came_later(TestCrm crm) {
    MergeWorld world = new MergeWorld(crm, false);
    tell(crm, List.of(world), 0, 1, 2, 3);
    CustomerMerge merge = new CustomerMerge(world.main, world.twin);
    List<MergeShare> shares = crm.merge(merge);
    tell(crm, List.of(world), 6, 7);
    world.machine(world.main, "late");
    crm.clock().advance(DAY);

    crm.undo(merge, shares);

    assertThat(List.of("press", "fan", "spare", "pump", "foot", "late", "bought", "foreign"))
        .extracting(name -> world.told(world.named(name)).replaceAll("AssetLife\\[.*] ", ""))
        .containsExactly(
            "press alone of twin",
            "fan within press as cooling of twin",
            "spare alone of twin",
            "pump alone of main user - maintainer twin lessor -",
            "foot alone of main",
            "late alone of main",
            "bought alone of other",
            "foreign alone of other user - maintainer twin lessor main");
    assertThat(world.of(world.twin))
        .anyMatch(line -> line.startsWith("had press OWNER 0.."))
        .anyMatch(line -> line.startsWith("had spare OWNER"))
        .anyMatch(line -> line.startsWith("had bought OWNER"))
        .contains("may draw 32", "runs ERP client 1.10", "runs kernel 5.9");
    assertThat(world.of(world.main))
        .contains("runs ERP client 1.10", "runs kernel 5.9", "ran ERP client 1.8 after 65 h")
        .doesNotContain("ran kernel 5.9 after 65 h");
    assertThat(world.of(world.main))
        .noneMatch(line -> line.contains("press") || line.contains("bought"));
    assertThat(world.of(world.main)).noneMatch(line -> line.contains("within"));
    assertThat(world.of(world.twin)).noneMatch(line -> line.contains("within pump"));
  }

  @OnEveryStorage
  void what_the_survivor_sold_and_bought_again_stays_with_the_survivor(TestCrm crm) {
    MergeWorld world = new MergeWorld(crm, false);
    tell(crm, List.of(world), 0);
    CustomerMerge merge = new CustomerMerge(world.main, world.twin);
    List<MergeShare> shares = crm.merge(merge);
    crm.clock().advance(DAY);
    world.transfers().transfer(TransferAsset.of(world.named("spare"), world.other));
    crm.clock().advance(DAY);
    world.transfers().transfer(TransferAsset.of(world.named("spare"), world.main));
    crm.clock().advance(DAY);

    crm.undo(merge, shares);

    assertThat(world.named("spare").customer()).isEqualTo(world.main);
    assertThat(world.of(world.twin)).contains("had spare OWNER 0..86400");
    assertThat(world.of(world.main)).contains("had spare OWNER 172800..");
  }

  @OnEveryStorage
  void each_unit_and_entitlement_tells_that_it_went(TestCrm crm) {
    MergeWorld world = new MergeWorld(crm, false);
    tell(crm, List.of(world), 0, 1, 2);
    CustomerMerge merge = new CustomerMerge(world.main, world.twin);
    Asset press = world.named("press");
    Asset spare = world.named("spare");
    Asset foreign = world.named("foreign");
    int before = crm.events().size();

    assertThat(crm.forecast(merge).stream().flatMap(f -> f.moving().stream()))
        .extracting(moving -> moving.what().en(), MergeForecast.Moving::count)
        .contains(
            org.assertj.core.groups.Tuple.tuple("units", 6),
            org.assertj.core.groups.Tuple.tuple("entitlements", 1));
    crm.merge(merge);

    assertThat(crm.events().subList(before, crm.events().size()))
        .contains(
            new AssetTransferred(press.id(), world.twin, world.main, CoverOnTransfer.CARRY),
            new AssetPartyChanged(spare.id(), AssetParty.OWNER, world.main),
            new AssetPartyChanged(foreign.id(), AssetParty.MAINTAINER, world.main))
        .filteredOn(EntitlementReassigned.class::isInstance)
        .hasSize(1);
  }

  @OnEveryStorage
  void a_loan_between_the_two_speaks_against_it(TestCrm crm) {
    MergeWorld world = new MergeWorld(crm, false);
    tell(crm, List.of(world), 0);
    world.step("pump", AssetStep.STORE);
    world.transfers().lend(LendAsset.of(world.named("pump"), world.twin));
    CustomerMerge merge = new CustomerMerge(world.main, world.twin);

    assertThat(crm.forecast(merge).stream().flatMap(f -> f.against().stream()).map(Reason::code))
        .containsExactly(AssetReason.LENT_BETWEEN_THEM);
    assertThat(catchThrowableOfType(Refused.class, () -> crm.merge(merge)).reasons())
        .extracting(Reason::code)
        .containsExactly(AssetReason.LENT_BETWEEN_THEM);
    assertThat(crm.get(Assets.class).get(world.named("press").id()).customer())
        .isEqualTo(world.twin);
  }

  private static void tell(TestCrm crm, List<MergeWorld> worlds, int... days) {
    for (int day : days) {
      Instant moment = worlds.get(0).day(day);
      if (crm.clock().instant().isBefore(moment)) {
        crm.clock().advance(Duration.between(crm.clock().instant(), moment));
      }
      worlds.forEach(world -> world.tell(day));
    }
  }
}
