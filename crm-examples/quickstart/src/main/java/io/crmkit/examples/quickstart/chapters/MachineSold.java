package io.crmkit.examples.quickstart.chapters;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetTransfers;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.AssetsInTime;
import io.crmkit.api.asset.Custody;
import io.crmkit.api.asset.TransferAsset;
import io.crmkit.api.asset.Warranties;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.value.Label;
import io.crmkit.examples.quickstart.story.Role;
import io.crmkit.examples.quickstart.story.Tale;
import java.util.List;

/** Step 11: units go to another customer; each of the two is told of its own time with them. */
public final class MachineSold implements Chapter {

  private static final int SOLD = 121;

  @Override
  public Label title() {
    return new Label("Machines change hands", "设备易主");
  }

  @Override
  public List<Class<?>> needs() {
    return List.of(AssetTransfers.class, AssetsInTime.class);
  }

  @Override
  public void tell(Tale tale) {
    tale.at(SOLD, "11:00");
    CustomerId clinic =
        tale.get(Customers.class)
            .register(RegisterCustomer.organization(CustomerName.of("North Clinic", "城北诊所")))
            .id();
    tale.cast().play(Role.CLINIC, clinic);
    Assets assets = tale.get(Assets.class);
    Asset workstation = sell(tale, assets.get(tale.cast().get(Role.LATE_WORKSTATION)), clinic);
    sell(tale, assets.get(tale.cast().get(Role.LOAN_UNIT)), clinic);
    tale.tell().say("Who had the workstation? Each is told of its own time:", "工作站先后归谁？各方只见自己的时段：");
    custodies(tale, workstation, tale.cast().get(Role.CUSTOMER));
    custodies(tale, workstation, clinic);
    tale.tell().say("So the clinic's timeline begins with the sale:", "因此诊所的时间线从购入开始：");
    OneTimeline.show(tale, clinic);
  }

  private static Asset sell(Tale tale, Asset unit, CustomerId to) {
    Asset sold = tale.get(AssetTransfers.class).transfer(TransferAsset.of(unit, to));
    boolean covered =
        !tale.get(Warranties.class)
            .coverOf(unit.id(), tale.session().today(), tale.session().now())
            .isEmpty();
    tale.tell()
        .say(
            "{0} sells {1} to {2}{3}.",
            "{0}将 {1} 售予{2}{3}。",
            Units.name(tale, unit.customer()),
            sold.label(),
            Units.name(tale, to),
            covered ? new Label("; its warranty goes along", "，质保随设备转移") : new Label("", ""));
    return sold;
  }

  private static void custodies(Tale tale, Asset unit, CustomerId customer) {
    for (Custody custody : tale.get(AssetsInTime.class).custodies(customer)) {
      if (custody.asset().equals(unit.id())) {
        tale.tell()
            .item(
                "{0}: {1}",
                "{0}：{1}",
                Units.name(tale, customer),
                Units.time(tale, custody.from(), custody.to()));
      }
    }
  }
}
