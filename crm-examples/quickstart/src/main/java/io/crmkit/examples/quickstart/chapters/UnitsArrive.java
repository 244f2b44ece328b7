package io.crmkit.examples.quickstart.chapters;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.GrantWarranty;
import io.crmkit.api.asset.HandOver;
import io.crmkit.api.asset.InstalledBase;
import io.crmkit.api.asset.Placement;
import io.crmkit.api.asset.PullUnits;
import io.crmkit.api.asset.PushUnits;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.asset.UnitMark;
import io.crmkit.api.asset.Warranties;
import io.crmkit.api.asset.Warranty;
import io.crmkit.api.product.UnitRole;
import io.crmkit.api.product.WarrantyTerms;
import io.crmkit.api.sales.SalesEntities;
import io.crmkit.api.sales.order.ErpAnswer;
import io.crmkit.api.sales.order.OrderId;
import io.crmkit.api.sales.order.OrderLine;
import io.crmkit.api.sales.order.Orders;
import io.crmkit.api.sales.order.RecordErpAnswer;
import io.crmkit.api.sales.order.SalesOrder;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Label;
import io.crmkit.examples.quickstart.story.Goods;
import io.crmkit.examples.quickstart.story.Role;
import io.crmkit.examples.quickstart.story.Tale;
import java.util.List;
import java.util.Optional;

/** Step 7: what was sold becomes the installed base, pushed by sales and pulled by service. */
public final class UnitsArrive implements Chapter {

  @Override
  public Label title() {
    return new Label("The units arrive", "设备到货");
  }

  @Override
  public List<Class<?>> needs() {
    return List.of(Assets.class, InstalledBase.class);
  }

  @Override
  public void tell(Tale tale) {
    tale.at(43, "09:00");
    Catalogue.fill(tale);
    Optional<OrderId> order = tale.cast().find(Role.ORDER);
    if (order.isPresent()) {
      push(tale, order.get());
    } else {
      registerByHand(tale);
    }
    thirdParty(tale);
    tree(tale);
    order.ifPresent(id -> lateDelivery(tale, id));
  }

  private void push(Tale tale, OrderId id) {
    InstalledBase base = tale.get(InstalledBase.class);
    PushUnits push = PushUnits.of(EntityRef.of(SalesEntities.ORDER, id));
    HandOver first = base.push(push);
    tale.tell()
        .say(
            "Sales pushes: {0} units promoted that were provisional since the quote, {1} new.",
            "销售推送：{0} 台报价时建立的暂定设备转正，新增 {1} 台。",
            first.count(HandOver.Outcome.PROMOTED),
            first.count(HandOver.Outcome.REGISTERED));
    again(tale, base.push(push));
    for (HandOver.Unit unit : first.units()) {
      cast(tale, tale.get(Assets.class).get(unit.asset()));
    }
  }

  private static void again(Tale tale, HandOver second) {
    tale.tell()
        .say(
            "Done once more: {0}.",
            "再做一次：{0}。",
            second.changedNothing()
                ? new Label("nothing changes", "没有任何变化")
                : new Label("SOMETHING CHANGED", "有变化"));
  }

  private static void cast(Tale tale, Asset asset) {
    if (is(tale, asset, Goods.SYSTEM)) {
      tale.cast().play(Role.SYSTEM, asset.id());
    } else if (is(tale, asset, Goods.TUBE)) {
      tale.cast().play(Role.PART, asset.id());
    } else if (is(tale, asset, Goods.DETECTOR)) {
      tale.cast().play(Role.DETECTOR, asset.id());
    } else if (is(tale, asset, Goods.WORKSTATION) && asset.identity().serialNumber() != null) {
      tale.cast().play(Role.WORKSTATION, asset.id());
    }
  }

  private static boolean is(Tale tale, Asset asset, Goods goods) {
    return Catalogue.product(tale, goods).equals(asset.identity().product());
  }

  /** Without sales somebody types in what stands there. */
  private void registerByHand(Tale tale) {
    Placement alone = Placement.standingAlone(UnitRole.MACHINE);
    AssetId system = register(tale, Goods.SYSTEM, 42, Placement.standingAlone(UnitRole.SYSTEM));
    Placement within = Placement.within(system, UnitRole.MACHINE);
    AssetId generator = register(tale, Goods.GENERATOR, 42, within);
    AssetId tube = register(tale, Goods.TUBE, 42, Placement.within(generator, UnitRole.PART));
    AssetId detector = register(tale, Goods.DETECTOR, 42, Placement.within(system, UnitRole.PART));
    tale.cast().play(Role.SYSTEM, system);
    tale.cast().play(Role.PART, tube);
    tale.cast().play(Role.DETECTOR, detector);
    tale.cast().play(Role.WORKSTATION, register(tale, Goods.WORKSTATION, 42, alone));
    tale.cast().play(Role.LATE_WORKSTATION, register(tale, Goods.WORKSTATION, 131, alone));
    WarrantyTerms terms = WarrantyTerms.from(tale.day(42), tale.text("full", "全保"), 24);
    tale.get(Warranties.class)
        .grant(new GrantWarranty(detector, terms.covering(tale.text("parts", "零件"))));
    tale.tell().say("Our units are registered by hand.", "我方设备由手工登记。");
  }

  private AssetId register(Tale tale, Goods goods, int number, Placement placement) {
    AssetIdentity identity =
        AssetIdentity.ofProduct(Catalogue.product(tale, goods))
            .withSerialNumber(goods.serial(number));
    return tale.get(Assets.class)
        .register(
            RegisterAsset.ofOurs(tale.cast().get(Role.CUSTOMER), identity).withPlacement(placement))
        .id();
  }

  private void thirdParty(Tale tale) {
    Asset ultrasound =
        tale.get(Assets.class)
            .register(
                RegisterAsset.thirdParty(
                    tale.cast().get(Role.CUSTOMER),
                    AssetIdentity.ofModel("Sonara", tale.text("Ultrasound U-5", "U-5 超声仪"))
                        .withSerialNumber("SN-7731")));
    tale.tell()
        .say(
            "Another maker's machine is taken into care: {0}.",
            "代维其他厂商的设备：{0}。", ultrasound.label());
  }

  private void tree(Tale tale) {
    tale.tell().say("The system as it stands there:", "现场的系统结构：");
    Units.tree(tale, tale.cast().get(Role.SYSTEM), false);
    for (Warranty warranty : tale.get(Warranties.class).of(tale.cast().get(Role.PART))) {
      if (warranty.cover().startsOn() != null && warranty.cover().endsOn() != null) {
        tale.tell()
            .say(
                "The tube's warranty: {0} from shipment on {1}, until {2}.",
                "射线管质保：{0}，自发货日 {1} 起，至 {2}。",
                warranty.terms().covers(),
                warranty.cover().startsOn(),
                warranty.cover().endsOn().minusDays(1));
      }
    }
  }

  /** The second workstation comes a week later, and its serial number later still. */
  private void lateDelivery(Tale tale, OrderId id) {
    tale.at(50, "11:00");
    SalesOrder order = tale.get(Orders.class).get(id);
    OrderLine late =
        order.lines().stream()
            .filter(line -> line.item().sku().equals(Goods.WORKSTATION.sku()))
            .findFirst()
            .orElseThrow();
    tale.get(Orders.class)
        .record(
            new RecordErpAnswer(
                id,
                order.heading().number() + "/4",
                new ErpAnswer.Shipped(
                    tale.day(50),
                    List.of(new ErpAnswer.ShippedLine(late.lineId(), 1, List.of())))));
    tale.at(52, "14:00");
    PullUnits plain = PullUnits.of(EntityRef.of(SalesEntities.ORDER, id));
    UnitMark mark = new UnitMark(late.lineId(), "2", Goods.WORKSTATION.serial(131));
    PullUnits pull = new PullUnits(plain.sale(), plain.terms().withMarks(List.of(mark)));
    InstalledBase base = tale.get(InstalledBase.class);
    HandOver first = base.pull(pull);
    List<Asset> come =
        first.units().stream()
            .filter(unit -> unit.outcome() != HandOver.Outcome.UNCHANGED)
            .map(unit -> tale.get(Assets.class).get(unit.asset()))
            .toList();
    come.forEach(unit -> tale.cast().play(Role.LATE_WORKSTATION, unit.id()));
    tale.tell()
        .say(
            "A workstation comes a week late; service pulls it and reads the serial number: {0}.",
            "一台工作站晚到一周；服务部自行拉取并读取序列号：{0}。", come.stream().map(Asset::label).toList());
    again(tale, base.pull(pull));
  }
}
