package io.crmkit.examples.quickstart.chapters;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.AssetLife;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.AssetStep;
import io.crmkit.api.asset.AssetTransfers;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.GiveBackAsset;
import io.crmkit.api.asset.LendAsset;
import io.crmkit.api.asset.Placement;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.asset.ReplaceAsset;
import io.crmkit.api.asset.Supply;
import io.crmkit.api.asset.TakeStep;
import io.crmkit.api.asset.Warranties;
import io.crmkit.api.asset.Warranty;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.product.UnitRole;
import io.crmkit.api.value.Label;
import io.crmkit.examples.quickstart.story.Goods;
import io.crmkit.examples.quickstart.story.Role;
import io.crmkit.examples.quickstart.story.Tale;
import java.time.LocalDate;
import java.util.List;

/** Step 10: a part fails under warranty; one is lent, then a new one takes its place for good. */
public final class PartSwapped implements Chapter {

  /** The loan unit and the new one came from the same batch. */
  static final String BATCH = "FPD-2026-05";

  private static final int STOCKED = 98;
  private static final int FAILS = 105;
  private static final int REPLACED = 114;
  private static final int DUE = 116;

  @Override
  public Label title() {
    return new Label("A part is swapped under warranty", "质保期内更换部件");
  }

  @Override
  public List<Class<?>> needs() {
    return List.of(AssetTransfers.class, Warranties.class);
  }

  @Override
  public void tell(Tale tale) {
    tale.at(STOCKED, "09:00");
    CustomerId pool = loanPool(tale);
    tale.at(FAILS, "10:00");
    AssetId detector = tale.cast().get(Role.DETECTOR);
    covered(tale, detector);
    Asset broken = lent(tale, detector, pool);
    Asset fresh = swapped(tale, broken);
    tale.tell()
        .say(
            "The new one inherits the rest of the warranty, not a day more or less:",
            "新件承接剩余质保，一天不多，一天不少：");
    cover(tale, broken.id());
    cover(tale, fresh.id());
  }

  private CustomerId loanPool(Tale tale) {
    CustomerId pool =
        tale.get(Customers.class)
            .register(
                RegisterCustomer.organization(CustomerName.of("Northlight loan pool", "北光借用库")))
            .id();
    tale.cast().play(Role.LOAN_POOL, pool);
    Asset spare =
        tale.get(Assets.class)
            .register(
                unit(tale, pool, 98).withLife(AssetLife.of(AssetStatus.STORED, Supply.DIRECT)));
    tale.cast().play(Role.LOAN_UNIT, spare.id());
    return pool;
  }

  private static RegisterAsset unit(Tale tale, CustomerId customer, int number) {
    AssetIdentity identity =
        AssetIdentity.ofProduct(Catalogue.product(tale, Goods.DETECTOR))
            .withSerialNumber(Goods.DETECTOR.serial(number))
            .withBatch(BATCH);
    return RegisterAsset.ofOurs(customer, identity)
        .withPlacement(Placement.standingAlone(UnitRole.PART));
  }

  private void covered(Tale tale, AssetId detector) {
    LocalDate today = tale.session().today();
    for (Warranty warranty :
        tale.get(Warranties.class).coverOf(detector, today, tale.session().now())) {
      LocalDate end = warranty.cover().endsOn();
      if (end != null) {
        tale.tell()
            .say(
                "{0}: stripes on every picture. The detector is under warranty, {1}, until {2}.",
                "{0}：影像出现条纹。探测器在质保期内（{1}），至 {2}。",
                tale.session().now(),
                warranty.terms().covers(),
                end.minusDays(1));
      }
    }
  }

  /** The unit in repair, another one in its place. */
  private Asset lent(Tale tale, AssetId detector, CustomerId pool) {
    Assets assets = tale.get(Assets.class);
    Asset sound = assets.get(detector);
    Asset broken = assets.takeStep(TakeStep.of(sound, AssetStep.TAKE_INTO_REPAIR));
    Asset spare = assets.get(tale.cast().get(Role.LOAN_UNIT));
    Asset lent =
        tale.get(AssetTransfers.class)
            .lend(
                LendAsset.of(spare, broken.customer())
                    .withInPlaceOf(detector)
                    .withDueOn(tale.day(DUE)));
    tale.tell()
        .say(
            "It goes into repair; {0} lends {1}, due back on {2}:",
            "送修；{0}借出 {1}，应于 {2} 归还：", Units.name(tale, pool), lent.label(), tale.day(DUE));
    Units.tree(tale, tale.cast().get(Role.SYSTEM), true);
    return broken;
  }

  private Asset swapped(Tale tale, Asset broken) {
    tale.at(REPLACED, "14:00");
    AssetTransfers transfers = tale.get(AssetTransfers.class);
    Assets assets = tale.get(Assets.class);
    Asset fresh = assets.register(unit(tale, broken.customer(), 117));
    Asset inPlace = transfers.replace(ReplaceAsset.of(broken, fresh));
    transfers.giveBack(GiveBackAsset.of(assets.get(tale.cast().get(Role.LOAN_UNIT))));
    tale.tell()
        .say(
            "Beyond repair. On {0} a new one takes its place, and the loan unit goes back:",
            "无法修复。{0} 新件就位，借用设备归还：", tale.session().today());
    Units.tree(tale, tale.cast().get(Role.SYSTEM), true);
    return inPlace;
  }

  private void cover(Tale tale, AssetId unit) {
    Asset asset = tale.get(Assets.class).get(unit);
    for (Warranty warranty : tale.get(Warranties.class).of(unit)) {
      LocalDate end = warranty.cover().endsOn();
      if (end != null) {
        tale.tell()
            .item(
                "{0}, {1}: until {2}",
                "{0}，{1}：至 {2}", asset.label(), asset.life().status().label(), end.minusDays(1));
      }
    }
  }
}
