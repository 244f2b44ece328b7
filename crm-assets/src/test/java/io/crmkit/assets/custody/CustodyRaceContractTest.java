package io.crmkit.assets.custody;

import static io.crmkit.assets.custody.CustodyLab.customer;
import static io.crmkit.assets.custody.CustodyLab.machine;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetHistory;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetParty;
import io.crmkit.api.asset.AssetTransfers;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.MoveAsset;
import io.crmkit.api.asset.Placement;
import io.crmkit.api.asset.ReplaceAsset;
import io.crmkit.api.asset.TransferAsset;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.error.Conflict;
import io.crmkit.api.error.Refused;
import io.crmkit.api.error.StaleVersion;
import io.crmkit.api.product.UnitRole;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.TestCrm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Units that several people move, hand on and exchange at once, on every storage. */
class CustodyRaceContractTest {

  private static final int RUNNERS = 6;
  private static final int ROUNDS = 8;

  @OnEveryStorage
  void of_two_who_hand_on_a_unit_one_does(TestCrm crm) {
    CustomerId acme = customer(crm, "Acme");
    List<CustomerId> others = List.of(customer(crm, "Borg"), customer(crm, "Cyan"));
    Asset press = machine(crm, acme, "P-1");

    Race<Asset> race =
        Race.of(
            2, i -> crm.get(AssetTransfers.class).transfer(TransferAsset.of(press, others.get(i))));

    assertThat(race.won()).hasSize(1);
    assertThat(race.lost()).singleElement().isInstanceOfAny(StaleVersion.class, Conflict.class);
    assertThat(CustodyLab.now(crm, press)).isEqualTo(race.won().get(0));
  }

  @OnEveryStorage
  void whoever_does_what_first_no_structure_crosses_customers_or_bites_its_tail(TestCrm crm) {
    List<CustomerId> customers =
        List.of(customer(crm, "Acme"), customer(crm, "Borg"), customer(crm, "Cyan"));
    List<AssetId> units = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      units.add(machine(crm, customers.get(i % 3), "M-" + i).id());
    }

    Race<Integer> race =
        Race.of(RUNNERS, i -> run(crm, new Random(crm.random().nextInt() + i), customers, units));

    assertThat(race.lost()).isEmpty();
    for (AssetId id : units) {
      Asset unit = crm.get(Assets.class).get(id);
      AssetId parent = unit.placement().parent();
      if (parent != null) {
        assertThat(crm.get(Assets.class).get(parent).customer()).isEqualTo(unit.customer());
      }
      List<Asset> path = crm.get(Assets.class).pathToRoot(id);
      assertThat(path).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(units.size());
      AssetHistory history = crm.get(Assets.class).history(id);
      Instant now = crm.clock().instant();
      assertThat(history.holder(now, now)).contains(unit.customer());
      assertThat(history.placement(now, now)).contains(unit.placement());
      assertThat(history.parties(now, now)).containsEntry(AssetParty.OWNER, unit.customer());
      if (unit.succession() != null && unit.succession().replacedBy() != null) {
        assertThat(
                crm.get(Assets.class).get(unit.succession().replacedBy()).succession().replaces())
            .isEqualTo(id);
      }
    }
  }

  /** How often something was done. */
  private static int run(
      TestCrm crm, Random random, List<CustomerId> customers, List<AssetId> units) {
    int done = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Asset unit = crm.get(Assets.class).get(units.get(random.nextInt(units.size())));
      Asset other = crm.get(Assets.class).get(units.get(random.nextInt(units.size())));
      try {
        switch (random.nextInt(5)) {
          case 0, 1 ->
              crm.get(Assets.class)
                  .move(MoveAsset.of(unit, Placement.within(other.id(), UnitRole.PART)));
          case 2, 3 ->
              crm.get(AssetTransfers.class)
                  .transfer(
                      TransferAsset.of(unit, customers.get(random.nextInt(customers.size()))));
          default -> crm.get(AssetTransfers.class).replace(ReplaceAsset.of(unit, other));
        }
        done++;
      } catch (Refused | StaleVersion | Conflict lost) {
        // Somebody else was first, or it cannot be done as things are.
      }
    }
    return done;
  }
}
