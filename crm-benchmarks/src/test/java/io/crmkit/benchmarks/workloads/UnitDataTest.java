package io.crmkit.benchmarks.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.Crm;
import io.crmkit.api.CrmSession;
import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetHistory;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetNumbers;
import io.crmkit.api.asset.AssetRow;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The units that are measured are those that the commands would have made. */
class UnitDataTest {

  /** A hundredth of what is measured on H2. */
  private static final int SAMPLE = 1_000;

  @Test
  void a_base_that_came_by_lists_is_that_which_was_registered_one_by_one() {
    Map<String, List<Object>> byLists = told(UnitData::byLists);
    Map<String, AssetId> ids = new HashMap<>();

    Map<String, List<Object>> oneByOne =
        told((session, rows) -> rows.forEach(row -> register(session, row, ids)));

    assertThat(byLists).hasSize(SAMPLE).isEqualTo(oneByOne);
  }

  private static void register(CrmSession session, AssetRow row, Map<String, AssetId> ids) {
    RegisterAsset unit = row.unit().withNumbers(new AssetNumbers(row.reference(), null, null));
    if (row.within() != null) {
      AssetId parent = Objects.requireNonNull(ids.get(row.within()));
      unit = unit.withPlacement(unit.placement().withParent(parent));
    }
    ids.put(row.reference(), session.get(Assets.class).register(unit).id());
  }

  /** What is told of each unit after ten years, by its reference. */
  private static Map<String, List<Object>> told(UnitData.Way way) {
    UnitData.Calendar calendar = new UnitData.Calendar();
    try (Crm crm = CrmKitLeg.open(builder -> builder.clock(calendar))) {
      UnitData data = new UnitData(crm, calendar, SAMPLE, () -> {}, way);
      data.fill();
      Assets assets = data.session().get(Assets.class);
      Map<AssetId, String> references = new HashMap<>();
      List<Asset> all = new ArrayList<>();
      assets.export(Criteria.all(), all::addAll);
      all.forEach(unit -> references.put(unit.id(), reference(unit)));
      Map<String, List<Object>> told = new TreeMap<>();
      all.forEach(unit -> told.put(reference(unit), told(unit, assets, references)));
      assertThat(assets.search(Query.where(AssetAttributes.REFERENCE.eq("T0-0"))).items())
          .hasSize(1);
      return told;
    }
  }

  private static List<Object> told(Asset unit, Assets assets, Map<AssetId, String> references) {
    AssetHistory history = assets.history(unit.id());
    AssetId parent = unit.placement().parent();
    return List.of(
        unit.identity().withProduct(null),
        String.valueOf(unit.sold()),
        unit.life(),
        unit.placement().withParent(null),
        parent == null ? "" : references.get(parent),
        unit.version(),
        history.statuses().stream().map(f -> f.status() + " " + f.cause() + f.time()).toList(),
        history.placements().stream()
            .map(f -> f.placement().withParent(null) + " " + f.time())
            .toList());
  }

  private static String reference(Asset unit) {
    return Objects.requireNonNull(Objects.requireNonNull(unit.numbers()).reference());
  }
}
