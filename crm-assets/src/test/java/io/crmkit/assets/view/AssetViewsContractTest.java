package io.crmkit.assets.view;

import static io.crmkit.assets.HostSales.book;
import static io.crmkit.assets.Samples.customer;
import static io.crmkit.assets.Samples.executed;
import static io.crmkit.assets.Samples.line;
import static io.crmkit.assets.Samples.product;
import static io.crmkit.assets.Samples.sale;
import static io.crmkit.assets.Samples.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.InstalledBase;
import io.crmkit.api.asset.MoveAsset;
import io.crmkit.api.asset.Placement;
import io.crmkit.api.asset.PushUnits;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.asset.SoldGoods;
import io.crmkit.api.asset.SoldGoods.Line;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.field.CustomFields;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.field.Field;
import io.crmkit.api.field.FieldDeclaration;
import io.crmkit.api.field.SetCustomValues;
import io.crmkit.api.field.SingleField;
import io.crmkit.api.product.UnitRole;
import io.crmkit.api.product.WarrantyTerms;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.view.TimelineEntry;
import io.crmkit.api.view.TimelineSource;
import io.crmkit.api.view.ViewSection;
import io.crmkit.assets.HostSales;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the module tells of a customer, on every storage. */
@WithSetup(HostSales.class)
class AssetViewsContractTest {

  @OnEveryStorage
  void the_timeline_tells_a_push_once_and_each_move(TestCrm crm) {
    CustomerId customer = customer(crm);
    push(crm, customer);
    crm.clock().advance(Duration.ofDays(1));
    Asset machine =
        crm.get(Assets.class)
            .register(RegisterAsset.thirdParty(customer, AssetIdentity.ofModel("M", "Machine")));
    crm.clock().advance(Duration.ofDays(1));
    Asset part = crm.get(Assets.class).search(serial("S-1")).items().get(0);
    crm.get(Assets.class).move(MoveAsset.of(part, Placement.within(machine.id(), UnitRole.PART)));

    List<TimelineEntry> entries =
        new AssetTimeline().timeline(crm.session(), everything(customer, 10));

    assertThat(entries)
        .extracting(e -> e.text().en())
        .containsExactly(
            "P (S-1): moved", "Machine: in operation", "3 units, P (S-1) among them: shipped");
    assertThat(entries.get(2).text().in(Locale.CHINESE)).isEqualTo("P (S-1) 等 3 台设备：已发货");
    assertThat(new AssetTimeline().timeline(crm.session(), everything(customer, 1))).hasSize(1);
    assertThat(new AssetTimeline().timeline(crm.session(), everything(customer(crm), 10)))
        .isEmpty();
  }

  @OnEveryStorage
  void the_view_tells_what_is_under_cover_today(TestCrm crm) {
    CustomerId customer = customer(crm);
    push(crm, customer);

    assertThat(lines(crm, customer, "assets-under-cover"))
        .hasSize(3)
        .contains("P (S-1): warranty \"full\" until 2027-01-01");
    assertThat(lines(crm, customer, "installed-base")).hasSize(3);
    assertThat(lines(crm, customer, "promised-units")).isEmpty();
    crm.clock().set(Instant.parse("2027-01-01T23:00:00Z"));
    assertThat(lines(crm, customer, "assets-under-cover")).hasSize(3);
    crm.clock().set(Instant.parse("2027-01-02T00:00:00Z"));
    assertThat(lines(crm, customer, "assets-under-cover")).isEmpty();
  }

  @OnEveryStorage
  void documents_can_print_a_unit_and_the_units_of_a_sale(TestCrm crm) {
    SoldGoods sale = push(crm, customer(crm));
    Asset asset = crm.get(Assets.class).search(serial("S-1")).items().get(0);

    Map<String, Object> ofUnit =
        new AssetMergeFields().fields(crm.session(), EntityRef.of(Assets.ENTITY, asset.id()));
    Map<String, Object> ofSale = new AssetMergeFields().fields(crm.session(), sale.source());

    assertThat(ofUnit.get("asset")).asString().contains("label=P (S-1)");
    assertThat((List<?>) ofSale.get("assets")).hasSize(3);
    assertThat(
            new AssetMergeFields().fields(crm.session(), new EntityRef("host.order", crm.newId())))
        .isEmpty();
  }

  @OnEveryStorage
  void a_unit_in_a_document_has_its_custom_fields(TestCrm crm) {
    SingleField<String> depot = Field.text("depot");
    crm.get(CustomFields.class).declare(FieldDeclaration.of(Asset.class, depot));
    push(crm, customer(crm));
    Asset asset = crm.get(Assets.class).search(serial("S-1")).items().get(0);
    crm.get(CustomFields.class)
        .set(
            new SetCustomValues<>(
                Asset.class, asset.id(), asset.version(), CustomValues.of(depot, "North")));

    Map<String, Object> fields =
        new AssetMergeFields().fields(crm.session(), EntityRef.of(Assets.ENTITY, asset.id()));

    assertThat(fields.get("asset")).asString().contains("custom={depot=North}");
  }

  private static SoldGoods push(TestCrm crm, CustomerId customer) {
    Line line = line(crm, product(crm, "P", WarrantyTerms.fromShipment("full", 12)), 3);
    SoldGoods sale = sale(crm, customer, line);
    book(crm, executed(sale, shipped(line, 3, "S-1")));
    crm.get(InstalledBase.class).push(PushUnits.of(sale.source()));
    return sale;
  }

  private static Query<Asset> serial(String serialNumber) {
    return Query.where(AssetAttributes.SERIAL_NUMBER.eq(serialNumber));
  }

  private static TimelineSource.Span everything(CustomerId customer, int limit) {
    return new TimelineSource.Span(
        customer,
        Instant.parse("2000-01-01T00:00:00Z"),
        Instant.parse("2100-01-01T00:00:00Z"),
        limit);
  }

  private static List<String> lines(TestCrm crm, CustomerId customer, String key) {
    return new AssetView()
        .sections(crm.session(), customer).stream()
            .filter(section -> section.key().equals(key))
            .flatMap(section -> section.lines().stream())
            .map(ViewSection.Line::text)
            .map(label -> label.en())
            .toList();
  }
}
