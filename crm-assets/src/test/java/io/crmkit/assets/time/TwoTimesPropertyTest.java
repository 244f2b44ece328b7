package io.crmkit.assets.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.AssetParty;
import io.crmkit.api.asset.AssetState;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.AssetStep;
import io.crmkit.api.asset.AssetTransfers;
import io.crmkit.api.asset.AssetTree;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.AssetsInTime;
import io.crmkit.api.asset.CorrectHistory;
import io.crmkit.api.asset.MoveAsset;
import io.crmkit.api.asset.Placement;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.asset.ReplaceAsset;
import io.crmkit.api.asset.SetAssetParty;
import io.crmkit.api.asset.TakeStep;
import io.crmkit.api.asset.TransferAsset;
import io.crmkit.api.asset.TwoTimes;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.customer.merge.CustomerMerge;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.error.Refused;
import io.crmkit.api.product.UnitRole;
import io.crmkit.testkit.CrmSetup;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.storage.TestStorage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Random histories, late facts and corrections included, asked for any two times: every storage
 * answers what somebody answers who goes through a list of everything that was ever told.
 */
class TwoTimesPropertyTest {

  private static final int COMMANDS = 60;
  private static final int QUESTIONS = 25;

  @Property(tries = 5, shrinking = ShrinkingMode.OFF)
  @Tag("contract")
  void every_storage_knows_what_was_and_what_was_known(@ForAll long seed) {
    for (TestStorage storage : TestStorage.every()) {
      new Run(TestCrm.on(storage, Plain.class, seed), new Random(seed)).check();
    }
  }

  /** Nothing but the modules. */
  public static final class Plain implements CrmSetup {}

  /** One storage's run. */
  private static final class Run {

    private final TestCrm crm;
    private final Random random;
    private final TellTale told = new TellTale();
    private final List<CustomerId> customers = new ArrayList<>();
    private final List<CustomerId> absorbed = new ArrayList<>();
    private final List<AssetId> units = new ArrayList<>();
    private final Instant begin;

    Run(TestCrm crm, Random random) {
      this.crm = crm;
      this.random = random;
      this.begin = crm.clock().instant();
    }

    void check() {
      for (int i = 0; i < 5; i++) {
        customers.add(
            crm.get(Customers.class)
                .register(RegisterCustomer.organization(CustomerName.of("C" + i)))
                .id());
      }
      for (int i = 0; i < COMMANDS; i++) {
        crm.clock().advance(Duration.ofHours(1 + random.nextInt(72)));
        try {
          command();
        } catch (Refused | InvalidInput no) {
          // Nothing has happened, as the answers below show.
        }
      }
      for (int i = 0; i < QUESTIONS; i++) {
        ask(new TwoTimes(moment(), moment()));
      }
      ask(TwoTimes.at(crm.clock().instant()));
      assertPresentIsBelieved();
    }

    private void command() {
      if (units.size() < 4 || random.nextInt(8) == 0) {
        register();
        return;
      }
      if (random.nextInt(COMMANDS / 2) == 0) {
        merge();
        return;
      }
      Asset unit = crm.get(Assets.class).get(pick(units));
      switch (random.nextInt(9)) {
        case 0, 1 -> step(unit);
        case 2, 3 -> move(unit);
        case 4 -> transfer(unit);
        case 5 -> party(unit);
        case 6 -> correctStatus(unit);
        case 7 -> correctPlacement(unit);
        default -> replace(unit);
      }
    }

    private void merge() {
      CustomerId survivor = pick(customers);
      CustomerId gone = pick(customers);
      if (customers.size() > 2 && !gone.equals(survivor)) {
        crm.merge(new CustomerMerge(survivor, gone));
        customers.remove(gone);
        absorbed.add(gone);
        told.merged(survivor, gone, crm.clock().instant());
      }
    }

    private void register() {
      Asset unit =
          crm.get(Assets.class)
              .register(
                  RegisterAsset.ofOurs(
                      pick(customers), AssetIdentity.ofModel("Acme", "M" + units.size())));
      units.add(unit.id());
      told.came(unit, crm.clock().instant());
    }

    private void step(Asset unit) {
      Instant at = random.nextInt(4) == 0 ? moment() : crm.clock().instant();
      AssetStep step = AssetStep.values()[random.nextInt(AssetStep.values().length)];
      Asset after =
          crm.session().occurredAt(at).get(Assets.class).takeStep(TakeStep.of(unit, step));
      told.status(after, at, crm.clock().instant());
    }

    private void move(Asset unit) {
      Instant at = random.nextInt(4) == 0 ? moment() : crm.clock().instant();
      Asset after =
          crm.session().occurredAt(at).get(Assets.class).move(MoveAsset.of(unit, somewhere()));
      if (!after.equals(unit)) {
        told.placement(after, at, crm.clock().instant());
      }
    }

    private Placement somewhere() {
      return random.nextInt(3) == 0
          ? Placement.standingAlone(UnitRole.MACHINE)
          : Placement.within(pick(units), UnitRole.PART);
    }

    private void transfer(Asset unit) {
      CustomerId to = pick(customers);
      List<AssetId> within =
          crm.get(Assets.class).tree(unit.id()).nodes().stream().map(AssetTree.Node::id).toList();
      crm.get(AssetTransfers.class).transfer(TransferAsset.of(unit, to));
      for (AssetId id : within) {
        Asset after = crm.get(Assets.class).get(id);
        told.status(after, crm.clock().instant(), crm.clock().instant());
        told.placement(after, crm.clock().instant(), crm.clock().instant());
        told.party(id, AssetParty.OWNER, to, crm.clock().instant(), null, crm.clock().instant());
      }
    }

    private void party(Asset unit) {
      CustomerId customer = random.nextInt(4) == 0 ? null : pick(customers);
      Instant at = random.nextInt(3) == 0 ? moment() : crm.clock().instant();
      crm.session()
          .occurredAt(at)
          .get(AssetTransfers.class)
          .setParty(new SetAssetParty(unit.id(), unit.version(), AssetParty.MAINTAINER, customer));
      told.party(unit.id(), AssetParty.MAINTAINER, customer, at, null, crm.clock().instant());
    }

    private void correctStatus(Asset unit) {
      Instant a = moment();
      Instant b = random.nextInt(4) == 0 ? null : moment();
      AssetStatus status = AssetStatus.values()[random.nextInt(AssetStatus.values().length)];
      Optional<CustomerId> holder = firstHolder(unit.id(), a, b);
      crm.get(AssetTransfers.class)
          .correct(
              new CorrectHistory(
                  unit.id(), unit.version(), new CorrectHistory.Status(status), a, b));
      told.corrected(
          unit.id(), status, holder.orElse(unit.customer()), a, b, crm.clock().instant());
    }

    /** Who had it in that time, as far as anything was told; everything happens at full hours. */
    private Optional<CustomerId> firstHolder(AssetId unit, Instant from, @Nullable Instant to) {
      Instant end = to == null ? crm.clock().instant().plusSeconds(1) : to;
      for (Instant at = from; at.isBefore(end); at = at.plus(Duration.ofHours(1))) {
        Optional<CustomerId> holder = told.holder(unit, TwoTimes.at(at));
        if (holder.isPresent()) {
          return holder;
        }
      }
      return Optional.empty();
    }

    private void correctPlacement(Asset unit) {
      Instant a = moment();
      Instant b = random.nextInt(4) == 0 ? null : moment();
      Placement placement = somewhere();
      crm.get(AssetTransfers.class)
          .correct(
              new CorrectHistory(
                  unit.id(), unit.version(), new CorrectHistory.Placed(placement), a, b));
      told.placed(unit.id(), placement, a, b, crm.clock().instant());
    }

    private void replace(Asset unit) {
      Asset by = crm.get(Assets.class).get(pick(units));
      List<AssetId> within =
          crm.get(Assets.class).tree(unit.id()).nodes().stream().map(AssetTree.Node::id).toList();
      Map<AssetId, Asset> before = new HashMap<>();
      within.forEach(id -> before.put(id, crm.get(Assets.class).get(id)));
      before.put(by.id(), by);
      crm.get(AssetTransfers.class).replace(ReplaceAsset.of(unit, by));
      for (AssetId id : before.keySet()) {
        Asset after = crm.get(Assets.class).get(id);
        if (after.life().status() != before.get(id).life().status()) {
          told.status(after, crm.clock().instant(), crm.clock().instant());
        }
        if (!after.placement().equals(before.get(id).placement())) {
          told.placement(after, crm.clock().instant(), crm.clock().instant());
        }
      }
    }

    private void ask(TwoTimes times) {
      AssetsInTime time = crm.get(AssetsInTime.class);
      String as = crm.storage() + " " + times;
      for (AssetId unit : units) {
        assertThat(time.unit(unit, times).map(AssetState::status))
            .as(as)
            .isEqualTo(told.status(unit, times));
        assertThat(time.unit(unit, times).map(AssetState::holder))
            .as(as)
            .isEqualTo(told.holder(unit, times));
        assertThat(time.unit(unit, times).map(AssetState::parties).orElse(Map.of()))
            .as(as)
            .isEqualTo(told.parties(unit, times));
        assertThat(time.pathToRoot(unit, times)).as(as).isEqualTo(told.path(unit, times));
        assertThat(
                time.tree(unit, times)
                    .map(
                        tree ->
                            tree.nodes().stream()
                                .map(AssetTree.Node::id)
                                .collect(Collectors.toSet()))
                    .orElse(Set.of()))
            .as(as)
            .isEqualTo(told.below(unit, units, times));
      }
      List<CustomerId> everybody = new ArrayList<>(customers);
      everybody.addAll(absorbed);
      for (CustomerId customer : everybody) {
        assertThat(time.counts(customer, times))
            .as(as)
            .isEqualTo(told.counts(customer, units, times));
        assertThat(held(customer, times)).as(as).isEqualTo(told.held(customer, units, times));
      }
    }

    private Set<AssetId> held(CustomerId customer, TwoTimes times) {
      Set<AssetId> held = new TreeSet<>(TellTale.BY_ID);
      String after = null;
      do {
        Page<AssetState> page = crm.get(AssetsInTime.class).heldBy(customer, times, after, 2);
        page.items().forEach(state -> assertThat(held.add(state.asset())).isTrue());
        after = page.next();
      } while (after != null);
      return held;
    }

    /** The record is what is believed of now. */
    private void assertPresentIsBelieved() {
      TwoTimes now = TwoTimes.at(crm.clock().instant());
      for (AssetId unit : units) {
        Asset asset = crm.get(Assets.class).get(unit);
        AssetState state = crm.get(AssetsInTime.class).unit(unit, now).orElseThrow();
        assertThat(state.status()).as(crm.storage()).isEqualTo(asset.life().status());
        assertThat(state.holder()).as(crm.storage()).isEqualTo(asset.customer());
        assertThat(state.placement()).as(crm.storage()).isEqualTo(asset.placement());
      }
    }

    private Instant moment() {
      long span = Duration.between(begin, crm.clock().instant()).toHours();
      return begin.plus(Duration.ofHours((long) (random.nextDouble() * (span + 2))));
    }

    private <T> T pick(List<T> list) {
      return list.get(random.nextInt(list.size()));
    }
  }
}
