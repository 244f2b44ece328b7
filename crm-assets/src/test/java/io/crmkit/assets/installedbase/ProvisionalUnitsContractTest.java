package io.crmkit.assets.installedbase;

import static io.crmkit.assets.HostSales.book;
import static io.crmkit.assets.Samples.customer;
import static io.crmkit.assets.Samples.executed;
import static io.crmkit.assets.Samples.in;
import static io.crmkit.assets.Samples.line;
import static io.crmkit.assets.Samples.product;
import static io.crmkit.assets.Samples.sale;
import static io.crmkit.assets.Samples.shipped;
import static io.crmkit.assets.installedbase.Asked.all;
import static io.crmkit.assets.installedbase.Asked.reasons;
import static io.crmkit.assets.installedbase.Asked.warranty;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetFacts;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetLookup;
import io.crmkit.api.asset.AssetReason;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.DissolveUnits;
import io.crmkit.api.asset.HandOver;
import io.crmkit.api.asset.HandOver.Outcome;
import io.crmkit.api.asset.HandOverTerms;
import io.crmkit.api.asset.InstalledBase;
import io.crmkit.api.asset.PassTitle;
import io.crmkit.api.asset.ProvisionUnits;
import io.crmkit.api.asset.PushUnits;
import io.crmkit.api.asset.SoldGoods;
import io.crmkit.api.asset.SoldGoods.Line;
import io.crmkit.api.asset.SoldGoods.State;
import io.crmkit.api.asset.TitleRule;
import io.crmkit.api.product.Product;
import io.crmkit.api.product.WarrantyTerms;
import io.crmkit.assets.HostSales;
import io.crmkit.assets.Samples;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.time.LocalDate;
import java.util.List;

/** Units that are promised, on every storage. */
@WithSetup(HostSales.class)
class ProvisionalUnitsContractTest {

  @OnEveryStorage
  void a_promised_unit_is_promoted_and_keeps_its_identity(TestCrm crm) {
    Product product = product(crm, "P", WarrantyTerms.fromShipment("full", 24));
    Line line = line(crm, product, 2);
    SoldGoods quote = book(crm, sale(crm, customer(crm), line));
    InstalledBase base = crm.get(InstalledBase.class);
    HandOver promised = base.provision(new ProvisionUnits(quote.source()));

    SoldGoods order = sale(crm, quote.customer(), line);
    book(crm, executed(order, shipped(line, 1, "S-1")));
    HandOver pushed = base.push(PushUnits.of(order.source()));

    assertThat(promised.count(Outcome.PROVISIONED)).isEqualTo(2);
    assertThat(pushed.units().get(0).asset()).isEqualTo(promised.units().get(0).asset());
    assertThat(pushed.units().get(0).outcome()).isEqualTo(Outcome.PROMOTED);
    Asset promoted = crm.get(Assets.class).get(pushed.units().get(0).asset());
    assertThat(promoted.source().sale()).isEqualTo(order.source());
    assertThat(warranty(crm, promoted.id(), "full").cover().startsOn())
        .isEqualTo(Samples.SHIPPED_ON);
    assertThat(all(crm)).hasSize(2);
    assertThat(all(crm)).filteredOn(Asset::provisional).hasSize(1);
    assertThat(crm.get(AssetLookup.class).installed(null, null, 10).items())
        .as("promises are no installed base")
        .extracting(AssetFacts::id)
        .containsExactly(promoted.id());
  }

  @OnEveryStorage
  void goods_that_arrive_before_title_passes_stay_provisional(TestCrm crm) {
    Product product = product(crm, "P", WarrantyTerms.fromShipment("full", 24));
    Line line = line(crm, product, 1);
    SoldGoods sale = sale(crm, customer(crm), line);
    book(crm, executed(sale, shipped(line, 1)));
    InstalledBase base = crm.get(InstalledBase.class);
    HandOverTerms onAcceptance = HandOverTerms.standard().withTitle(TitleRule.ACCEPTANCE);

    HandOver pushed = base.push(new PushUnits(sale.source(), onAcceptance));
    AssetId id = pushed.units().get(0).asset();
    assertThat(base.push(new PushUnits(sale.source(), onAcceptance)).changedNothing()).isTrue();
    assertThat(crm.get(Assets.class).get(id).provisional()).isTrue();

    LocalDate accepted = LocalDate.of(2026, 2, 1);
    HandOver passed = base.passTitle(new PassTitle(sale.source(), accepted));

    assertThat(passed.count(Outcome.PROMOTED)).isEqualTo(1);
    assertThat(crm.get(Assets.class).get(id).life().titleOn()).isEqualTo(accepted);
    assertThat(warranty(crm, id, "full").cover().startsOn()).isEqualTo(Samples.SHIPPED_ON);
    assertThat(base.passTitle(new PassTitle(sale.source(), null)).changedNothing()).isTrue();
  }

  @OnEveryStorage
  void what_a_void_sale_promised_is_given_up_and_revived_when_promised_again(TestCrm crm) {
    Product product = product(crm, "P");
    Line line = line(crm, product, 2);
    SoldGoods quote = book(crm, sale(crm, customer(crm), line));
    InstalledBase base = crm.get(InstalledBase.class);
    HandOver promised = base.provision(new ProvisionUnits(quote.source()));
    assertThat(reasons(() -> base.dissolve(new DissolveUnits(quote.source()))))
        .containsExactly(AssetReason.SALE_NOT_VOID);

    book(crm, in(quote, State.VOID));
    HandOver dissolved = base.dissolve(new DissolveUnits(quote.source()));
    HandOver again = base.dissolve(new DissolveUnits(quote.source()));
    book(crm, quote);
    HandOver revived = base.provision(new ProvisionUnits(quote.source()));

    assertThat(dissolved.count(Outcome.DISSOLVED)).isEqualTo(2);
    assertThat(again.units()).isEmpty();
    assertThat(revived.assets(Outcome.PROVISIONED))
        .containsExactlyElementsOf(promised.assets(Outcome.PROVISIONED));
  }

  @OnEveryStorage
  void units_that_a_later_revision_has_taken_up_outlive_the_void_one(TestCrm crm) {
    Product product = product(crm, "P");
    Line line = line(crm, product, 1);
    SoldGoods first = book(crm, sale(crm, customer(crm), line));
    SoldGoods second = book(crm, sale(crm, first.customer(), line));
    InstalledBase base = crm.get(InstalledBase.class);
    base.provision(new ProvisionUnits(first.source()));
    base.provision(new ProvisionUnits(second.source()));

    book(crm, in(first, State.VOID));
    HandOver dissolved = base.dissolve(new DissolveUnits(first.source()));

    assertThat(dissolved.units()).isEmpty();
    assertThat(all(crm)).singleElement().matches(Asset::provisional);
  }

  @OnEveryStorage
  void a_unit_promised_by_a_quote_is_given_up_with_the_cancelled_order(TestCrm crm) {
    Product product = product(crm, "P");
    Line line = line(crm, product, 1);
    SoldGoods quote = book(crm, sale(crm, customer(crm), line));
    InstalledBase base = crm.get(InstalledBase.class);
    base.provision(new ProvisionUnits(quote.source()));
    SoldGoods order = sale(crm, quote.customer(), line);
    book(crm, in(order, State.VOID));
    book(crm, in(quote, State.VOID));

    HandOver dissolved = base.dissolve(new DissolveUnits(order.source()));

    assertThat(dissolved.count(Outcome.DISSOLVED)).isEqualTo(1);
  }

  @OnEveryStorage
  void what_is_promised_no_longer_is_given_up(TestCrm crm) {
    Product product = product(crm, "P");
    Line kept = line(crm, product, 3);
    Line dropped = line(crm, product, 1);
    SoldGoods quote = book(crm, sale(crm, customer(crm), kept, dropped));
    InstalledBase base = crm.get(InstalledBase.class);
    base.provision(new ProvisionUnits(quote.source()));

    Line fewer = new Line(kept.id(), null, kept.product(), kept.description(), 2, kept.delivery());
    book(
        crm,
        new SoldGoods(
            quote.source(), quote.customer(), State.OFFERED, quote.reference(), List.of(fewer)));
    HandOver again = base.provision(new ProvisionUnits(quote.source()));

    assertThat(again.count(Outcome.DISSOLVED)).isEqualTo(2);
    assertThat(again.count(Outcome.UNCHANGED)).isEqualTo(2);
  }
}
