package io.crmkit.assets.installedbase;

import static io.crmkit.assets.HostSales.book;
import static io.crmkit.assets.Samples.customer;
import static io.crmkit.assets.Samples.in;
import static io.crmkit.assets.Samples.line;
import static io.crmkit.assets.Samples.product;
import static io.crmkit.assets.Samples.sale;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.InstalledBase;
import io.crmkit.api.asset.ProvisionUnits;
import io.crmkit.api.asset.SoldGoods;
import io.crmkit.api.asset.SoldGoods.State;
import io.crmkit.api.sales.SalesEntities;
import io.crmkit.api.sales.order.BillingStatus;
import io.crmkit.api.sales.order.OrderId;
import io.crmkit.api.sales.order.OrderProgressed;
import io.crmkit.api.sales.order.OrderStatus;
import io.crmkit.api.value.EntityRef;
import io.crmkit.assets.HostSales;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;

/** What sales tells of orders reaches the provisional units, on every storage. */
@WithSetup(HostSales.class)
class VoidSalesContractTest {

  @OnEveryStorage
  void a_cancelled_orders_promises_are_given_up(TestCrm crm) {
    SoldGoods order = promised(crm);

    book(crm, in(order, State.VOID));
    tell(crm, order, OrderStatus.CANCELLED);
    crm.deliver();

    assertThat(HandOverContractTest.all(crm))
        .extracting(asset -> asset.life().status())
        .containsOnly(AssetStatus.DISSOLVED);
  }

  @OnEveryStorage
  void an_order_that_goes_on_keeps_its_promises(TestCrm crm) {
    SoldGoods order = promised(crm);

    tell(crm, order, OrderStatus.ACCEPTED);
    // Called off, and taken up again before the message arrived.
    tell(crm, order, OrderStatus.CANCELLED);
    int delivered = crm.deliver();

    assertThat(delivered).isEqualTo(2);
    assertThat(HandOverContractTest.all(crm)).isNotEmpty().allMatch(Asset::provisional);
  }

  private static SoldGoods promised(TestCrm crm) {
    SoldGoods sale = sale(crm, customer(crm), line(crm, product(crm, "P"), 2));
    SoldGoods order =
        new SoldGoods(
            new EntityRef(SalesEntities.ORDER, crm.newId()),
            sale.customer(),
            State.ORDERED,
            sale.reference(),
            sale.lines());
    book(crm, order);
    crm.get(InstalledBase.class).provision(new ProvisionUnits(order.source()));
    return order;
  }

  private static void tell(TestCrm crm, SoldGoods order, OrderStatus status) {
    crm.get(HostSales.Herald.class)
        .tell(
            new OrderProgressed(
                new OrderId(order.source().id()),
                order.reference(),
                status,
                BillingStatus.UNBILLED,
                order.customer()));
  }
}
