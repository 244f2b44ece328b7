package io.crmkit.assets.asset;

import static io.crmkit.assets.Samples.customer;
import static io.crmkit.assets.Samples.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetHistory;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.AssetImportReport;
import io.crmkit.api.asset.AssetImportReport.Outcome;
import io.crmkit.api.asset.AssetNumbers;
import io.crmkit.api.asset.AssetRegistered;
import io.crmkit.api.asset.AssetRow;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.ImportAssets;
import io.crmkit.api.asset.Placement;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.audit.AuditEntry;
import io.crmkit.api.audit.AuditLog;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.product.Product;
import io.crmkit.api.product.ProductId;
import io.crmkit.api.product.UnitRole;
import io.crmkit.api.value.EntityRef;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.TestCrm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Lists of units, on every storage. */
class AssetImportContractTest {

  private static AssetRow row(String reference, RegisterAsset unit) {
    return new AssetRow(reference, unit, null);
  }

  private static RegisterAsset unit(CustomerId customer, String serialNumber) {
    return RegisterAsset.ofOurs(
        customer, AssetIdentity.ofModel("Acme", "Press").withSerialNumber(serialNumber));
  }

  private static AssetImportReport take(TestCrm crm, List<AssetRow> rows) {
    return crm.get(Assets.class).importAll(new ImportAssets(rows));
  }

  @OnEveryStorage
  void a_list_does_what_registering_one_by_one_does(TestCrm crm) {
    Product press = product(crm, "PRESS");
    List<AssetRow> rows = forest(crm, customer(crm), press, 60);
    TestCrm twin = crm.otherTenant();
    CustomerId twins = customer(twin);
    Product twinPress = product(twin, "PRESS");

    AssetImportReport report = take(crm, rows);

    assertThat(report.count(Outcome.REGISTERED)).isEqualTo(60);
    Map<String, AssetId> oneByOne = new HashMap<>();
    List<AssetRow> open = new ArrayList<>(rows);
    while (!open.isEmpty()) {
      AssetRow row = open.remove(0);
      if (row.within() != null && !oneByOne.containsKey(row.within())) {
        open.add(row);
        continue;
      }
      oneByOne.put(row.reference(), register(twin, row, twins, twinPress, oneByOne));
    }
    for (AssetRow row : rows) {
      Asset mine = byReference(crm, row.reference());
      Asset its = twin.get(Assets.class).get(oneByOne.get(row.reference()));
      assertThat(like(crm, mine)).isEqualTo(like(twin, its));
      assertThat(audit(crm, mine)).isEqualTo(audit(twin, its));
    }
    assertThat(crm.events(AssetRegistered.class)).hasSize(60);
  }

  /** Units in trees, in no particular order. */
  private static List<AssetRow> forest(TestCrm crm, CustomerId customer, Product press, int count) {
    Random random = crm.random();
    List<AssetRow> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      AssetIdentity identity =
          i % 3 == 0
              ? AssetIdentity.ofProduct(press.id()).withSerialNumber("S-" + i)
              : AssetIdentity.ofModel("Maker", "Model " + i % 7);
      RegisterAsset unit =
          RegisterAsset.ofOurs(customer, identity)
              .withPlacement(
                  Placement.standingAlone(i % 5 == 0 ? UnitRole.MACHINE : UnitRole.PART)
                      .withFunction("f" + i % 4));
      String within = i < 5 || random.nextInt(4) == 0 ? null : "R-" + random.nextInt(i);
      rows.add(new AssetRow("R-" + i, unit, within));
    }
    Collections.shuffle(rows, random);
    return rows;
  }

  private static AssetId register(
      TestCrm crm,
      AssetRow row,
      CustomerId customer,
      Product press,
      Map<String, AssetId> registered) {
    ProductId product = row.unit().identity().product();
    RegisterAsset unit =
        row.unit()
            .withCustomer(customer)
            .withIdentity(row.unit().identity().withProduct(product == null ? null : press.id()))
            .withNumbers(new AssetNumbers(row.reference(), null, null));
    if (row.within() != null) {
      unit = unit.withPlacement(unit.placement().withParent(registered.get(row.within())));
    }
    return crm.get(Assets.class).register(unit).id();
  }

  /** What is the same whatever the ids are. */
  private static List<Object> like(TestCrm crm, Asset asset) {
    AssetHistory history = crm.get(Assets.class).history(asset.id());
    AssetId parent = asset.placement().parent();
    List<Object> like = new ArrayList<>();
    like.add(asset.identity().withProduct(null));
    like.add(asset.identity().product() != null);
    like.add(String.valueOf(asset.sold()));
    like.add(asset.life());
    like.add(asset.placement().withParent(null));
    like.add(parent == null ? "" : reference(crm.get(Assets.class).get(parent)));
    like.add(asset.version());
    like.add(history.statuses().stream().map(f -> f.status() + f.cause()).toList());
    like.add(history.placements().stream().map(f -> f.placement().withParent(null)).toList());
    like.add(history.parties().stream().map(f -> f.party()).toList());
    return like;
  }

  private static List<String> audit(TestCrm crm, Asset asset) {
    return crm.get(AuditLog.class).historyOf(EntityRef.of(Assets.ENTITY, asset.id())).stream()
        .flatMap(entry -> entry.changes().stream())
        .map(AuditEntry.FieldChange::path)
        .sorted()
        .toList();
  }

  private static String reference(Asset asset) {
    return String.valueOf(asset.numbers().reference());
  }

  private static Asset byReference(TestCrm crm, String reference) {
    return crm.get(Assets.class)
        .search(Query.where(AssetAttributes.REFERENCE.eq(reference)))
        .items()
        .get(0);
  }

  @OnEveryStorage
  void the_same_list_again_changes_nothing_and_completes_what_is_missing(TestCrm crm) {
    CustomerId customer = customer(crm);
    AssetRow first = row("1", unit(customer, "S-1"));
    AssetRow second = new AssetRow("2", unit(customer, "S-2"), "1");
    take(crm, List.of(first));

    AssetImportReport report = take(crm, List.of(second, first));

    assertThat(report.rows())
        .extracting(AssetImportReport.Row::outcome)
        .containsExactly(Outcome.REGISTERED, Outcome.UNCHANGED);
    assertThat(byReference(crm, "2").placement().parent()).isEqualTo(byReference(crm, "1").id());
    assertThat(crm.events(AssetRegistered.class)).hasSize(2);
  }

  @OnEveryStorage
  void what_cannot_be_taken_is_told_and_holds_up_nobody(TestCrm crm) {
    CustomerId customer = customer(crm);
    take(crm, List.of(row("there", unit(customer, "S-0"))));
    List<AssetRow> rows =
        List.of(
            row("good", unit(customer, "S-1")),
            row("taken", unit(customer, "S-0")),
            row("same", unit(customer, "s-1 ")),
            row("good", unit(customer, "S-3")),
            new AssetRow("a", unit(customer, "S-4"), "b"),
            new AssetRow("b", unit(customer, "S-5"), "a"),
            new AssetRow("below", unit(customer, "S-6"), "taken"),
            row("nobody", unit(new CustomerId(crm.newId()), "S-7")),
            row(
                "bad",
                unit(customer, "x".repeat(200))
                    .withPlacement(
                        Placement.standingAlone(UnitRole.PART).withFunction("y".repeat(300)))));

    AssetImportReport report = take(crm, rows);

    assertThat(report.rows().stream().map(r -> r.reference() + " " + r.outcome()))
        .containsExactly(
            "good REGISTERED",
            "taken REJECTED",
            "same REJECTED",
            "good REJECTED",
            "a REJECTED",
            "b REJECTED",
            "below REJECTED",
            "nobody REJECTED",
            "bad REJECTED");
    assertThat(report.rows().get(4).problems())
        .containsExactly("within: leads back to the unit itself");
    assertThat(report.rows().get(8).problems())
        .anyMatch(problem -> problem.startsWith("unit.identity.serialNumber: "))
        .anyMatch(problem -> problem.startsWith("unit.placement.function: "));
    assertThat(crm.get(Assets.class).search(Query.everything()).items()).hasSize(2);
  }

  @OnEveryStorage
  void two_who_give_the_same_list_at_once_register_each_unit_once(TestCrm crm) {
    CustomerId customer = customer(crm);
    List<AssetRow> rows =
        IntStream.range(0, 20)
            .mapToObj(i -> new AssetRow("R-" + i, unit(customer, "S-" + i), i == 0 ? null : "R-0"))
            .toList();

    Race<AssetImportReport> race = Race.of(3, i -> take(crm, rows));

    assertThat(race.lost()).isEmpty();
    assertThat(crm.get(Assets.class).search(Query.everything()).items()).hasSize(20);
    assertThat(race.won().stream().mapToLong(report -> report.count(Outcome.REGISTERED)).sum())
        .isEqualTo(20);
  }

  @OnEveryStorage
  void too_many_rows_at_once_are_refused(TestCrm crm) {
    List<AssetRow> rows = Collections.nCopies(10_001, row("1", unit(customer(crm), "S")));

    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> take(crm, rows));
  }
}
