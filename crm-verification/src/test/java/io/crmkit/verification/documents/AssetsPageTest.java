package io.crmkit.verification.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.CrmSession;
import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetHistory;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.CustomerHandOver;
import io.crmkit.api.asset.DissolveUnits;
import io.crmkit.api.asset.HandOver;
import io.crmkit.api.asset.InstalledBase;
import io.crmkit.api.asset.MoveAsset;
import io.crmkit.api.asset.Placement;
import io.crmkit.api.asset.ProvisionUnits;
import io.crmkit.api.asset.PullCustomerUnits;
import io.crmkit.api.asset.PullUnits;
import io.crmkit.api.asset.PushUnits;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.product.NewProduct;
import io.crmkit.api.product.Product;
import io.crmkit.api.product.ProductComponent;
import io.crmkit.api.product.ProductContent;
import io.crmkit.api.product.ProductDescription;
import io.crmkit.api.product.ProductId;
import io.crmkit.api.product.Products;
import io.crmkit.api.product.UnitRole;
import io.crmkit.api.product.WarrantyTerms;
import io.crmkit.api.sales.SalesEntities;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.order.SalesOrder;
import io.crmkit.api.sales.quote.Quote;
import io.crmkit.api.sales.quote.QuoteRefusal;
import io.crmkit.api.sales.quote.Quotes;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Label;
import io.crmkit.api.value.Money;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Runs the examples of docs/assets.md. */
class AssetsPageTest {

  private static Product press(CrmSession session) {
    Products products = session.get(Products.class);
    ProductId fan =
        products
            .create(
                new NewProduct(
                    "FAN-1", ProductContent.of(ProductDescription.goods(new Label("Fan", "风扇")))))
            .id();
    // begin docs/assets.md
    ProductContent content =
        ProductContent.of(ProductDescription.goods(new Label("Press 7", "7 型印刷机")))
            .withListPrice(Money.of(48_000, "EUR"))
            .withSpecification(Map.of("format", "B1"))
            .withComponents(List.of(ProductComponent.of(fan, 2).as("cooling")))
            .withWarranties(List.of(WarrantyTerms.fromShipment("full", 24)));
    Product press = products.create(new NewProduct("PRESS-7", content));
    // end docs/assets.md
    return press;
  }

  private static SalesExample.Articles articles(CrmSession session) {
    ProductDescription training = ProductDescription.service(new Label("Training", "培训"));
    Product service =
        session.get(Products.class).create(new NewProduct("TRAINING", ProductContent.of(training)));
    return new SalesExample.Articles(press(session).id(), service.id());
  }

  private static CustomerId customer(CrmSession session) {
    return session
        .get(Customers.class)
        .register(RegisterCustomer.organization(CustomerName.of("Riverside Press")))
        .id();
  }

  @OnEveryStorage
  void whatWasSoldComesIntoTheInstalledBase(TestCrm crm) {
    CrmSession session = crm.session("lily");
    SalesExample.prices(session, articles(session));
    Opportunity engaging = SalesExample.opportunity(session);
    Opportunity offered =
        SalesExample.offer(session, engaging, SalesExample.director(session, engaging));
    Quote quote = SalesExample.quote(session, offered.id());
    EntityRef quoted = EntityRef.of(SalesEntities.QUOTE, quote.id());

    // begin docs/assets.md
    InstalledBase base = session.get(InstalledBase.class);
    HandOver promised = base.provision(new ProvisionUnits(quoted)); // for contracts and bids
    // end docs/assets.md
    assertThat(promised.count(HandOver.Outcome.PROVISIONED)).isEqualTo(3);

    SalesOrder order = SalesExample.order(session, offered, quote);
    SalesExample.shipped(session, order);
    EntityRef ordered = EntityRef.of(SalesEntities.ORDER, order.id());
    CustomerId customer = Objects.requireNonNull(offered.customer());

    // begin docs/assets.md
    HandOver pushed = base.push(PushUnits.of(ordered)); // by sales, once it is carried out
    HandOver pulled = base.pull(PullUnits.of(ordered)); // by service: the same
    CustomerHandOver all = base.pullAll(PullCustomerUnits.of(customer)); // all that came to it
    assertThat(pushed.count(HandOver.Outcome.PROMOTED)).isEqualTo(3); // the press, two fans
    assertThat(pulled.changedNothing()).isTrue();
    // end docs/assets.md
    assertThat(all.changedNothing()).isTrue();
    assertThat(session.get(Assets.class).bySerialNumber("P7-0042")).hasSize(1);
  }

  @OnEveryStorage
  void whatCameToNothingIsDissolved(TestCrm crm) {
    CrmSession session = crm.session("lily");
    SalesExample.prices(session, articles(session));
    Quote quote = SalesExample.quote(session, SalesExample.opportunity(session).id());
    EntityRef quoted = EntityRef.of(SalesEntities.QUOTE, quote.id());
    InstalledBase base = session.get(InstalledBase.class);
    base.provision(new ProvisionUnits(quoted));
    session.get(Quotes.class).reject(new QuoteRefusal(quote.id(), quote.version(), "too dear"));

    // begin docs/assets.md
    HandOver dissolved = base.dissolve(new DissolveUnits(quoted)); // the deal came to nothing
    // end docs/assets.md

    assertThat(dissolved.count(HandOver.Outcome.DISSOLVED)).isEqualTo(3);
  }

  @OnEveryStorage
  void whatIsEnteredLateIsToldFromWhatWasKnown(TestCrm crm) {
    CrmSession session = crm.session();
    CustomerId customer = customer(session);
    Assets assets = session.get(Assets.class);
    AssetId line =
        assets
            .register(RegisterAsset.thirdParty(customer, AssetIdentity.ofModel(null, "Line 1")))
            .id();
    // begin docs/assets.md
    Asset press =
        assets.register(
            RegisterAsset.thirdParty(
                customer,
                AssetIdentity.ofModel("Heidelberg", "Speedmaster").withSerialNumber("SM-4711")));
    // end docs/assets.md
    assertThat(press.life().status()).isEqualTo(AssetStatus.IN_OPERATION);

    Instant tuesday = crm.clock().instant().plus(Duration.ofDays(1));
    Instant wednesday = crm.clock().advance(Duration.ofDays(2));
    Instant now = crm.clock().advance(Duration.ofDays(5));
    Placement inLine = Placement.within(line, UnitRole.MACHINE);
    // begin docs/assets.md
    session.occurredAt(tuesday).get(Assets.class).move(MoveAsset.of(press, inLine)); // said today
    AssetHistory history = assets.history(press.id());
    assertThat(history.placement(wednesday, now)).contains(inLine);
    assertThat(history.placement(wednesday, wednesday)) // as known then: standing alone
        .contains(Placement.standingAlone(UnitRole.MACHINE));
    // end docs/assets.md
  }
}
