package io.crmkit.assets.asset;

import static io.crmkit.assets.asset.AssetEntities.ASSETS;
import static io.crmkit.assets.jooq.Tables.CRM_ASSET;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.withRecursive;

import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.AssetTree;
import io.crmkit.api.product.UnitRole;
import io.crmkit.core.spi.storage.SqlRead;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.CommonTableExpression;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Structure questions on SQL: recursive queries over rows cut to tenant and access. */
public final class AssetTreesInSql implements AssetTrees {

  private static final Field<UUID> WALK_ID = field(name("walk", "id"), UUID.class);
  private static final Field<UUID> WALK_UNIT = field(name("walk", "unit"), UUID.class);
  private static final Field<UUID> WALK_PARENT = field(name("walk", "parent"), UUID.class);
  private static final Field<Integer> WALK_DEPTH = field(name("walk", "depth"), Integer.class);

  /**
   * The walk as the query that it is made of refers to it: only its name is ever written. (A table
   * by name alone would be any table.)
   */
  private static final Table<?> WALK = name("walk").as(select(inline(0)));

  private final SqlRead read;

  public AssetTreesInSql(SqlRead read) {
    this.read = read;
  }

  @Override
  public List<AssetTree.Node> below(AssetId root) {
    Table<?> top = read.rows(ASSETS, "a");
    Table<?> child = read.rows(ASSETS, "c");
    Table<?> unit = read.rows(ASSETS, "u");
    CommonTableExpression<?> walk =
        name("walk")
            .fields("id", "depth")
            .as(
                select(of(top, CRM_ASSET.ID), inline(0))
                    .from(top)
                    .where(of(top, CRM_ASSET.ID).eq(root.value()))
                    .unionAll(
                        select(of(child, CRM_ASSET.ID), WALK_DEPTH.plus(inline(1)))
                            .from(WALK)
                            .join(child)
                            .on(of(child, CRM_ASSET.PLACEMENT_PARENT_ID).eq(WALK_ID))));
    return read.fetch(
        withRecursive(walk)
            .select(
                of(unit, CRM_ASSET.ID),
                of(unit, CRM_ASSET.PLACEMENT_PARENT_ID),
                WALK_DEPTH,
                of(unit, CRM_ASSET.IDENTITY_MODEL),
                of(unit, CRM_ASSET.IDENTITY_SERIAL_NUMBER),
                of(unit, CRM_ASSET.PLACEMENT_ROLE),
                of(unit, CRM_ASSET.PLACEMENT_FUNCTION),
                of(unit, CRM_ASSET.LIFE_STATUS))
            .from(WALK)
            .join(unit)
            .on(of(unit, CRM_ASSET.ID).eq(WALK_ID)),
        AssetTreesInSql::node);
  }

  @Override
  public List<AssetId> pathToRoot(AssetId unit) {
    Table<?> start = read.rows(ASSETS, "a");
    Table<?> above = read.rows(ASSETS, "p");
    CommonTableExpression<?> walk =
        name("walk")
            .fields("id", "parent", "depth")
            .as(
                select(of(start, CRM_ASSET.ID), of(start, CRM_ASSET.PLACEMENT_PARENT_ID), inline(0))
                    .from(start)
                    .where(of(start, CRM_ASSET.ID).eq(unit.value()))
                    .unionAll(
                        select(
                                of(above, CRM_ASSET.ID),
                                of(above, CRM_ASSET.PLACEMENT_PARENT_ID),
                                WALK_DEPTH.plus(inline(1)))
                            .from(WALK)
                            .join(above)
                            .on(of(above, CRM_ASSET.ID).eq(WALK_PARENT))));
    return read.fetch(
        withRecursive(walk).select(WALK_ID, WALK_DEPTH).from(WALK).orderBy(WALK_DEPTH),
        row -> new AssetId(Objects.requireNonNull(row.get(0, UUID.class))));
  }

  @Override
  public Map<AssetId, List<AssetId>> pathsToRoot(Collection<AssetId> units) {
    Map<AssetId, List<AssetId>> paths = new HashMap<>();
    Portions.each(
        units,
        some ->
            steps(some.stream().map(AssetId::value).toList())
                .forEach(
                    step ->
                        paths
                            .computeIfAbsent(step.unit(), id -> new ArrayList<>())
                            .add(step.above())));
    return paths;
  }

  /** One unit on the way up from another. */
  private record Step(AssetId unit, AssetId above) {}

  private List<Step> steps(List<UUID> units) {
    Table<?> start = read.rows(ASSETS, "a");
    Table<?> above = read.rows(ASSETS, "p");
    CommonTableExpression<?> walk =
        name("walk")
            .fields("unit", "id", "parent", "depth")
            .as(
                select(
                        of(start, CRM_ASSET.ID),
                        of(start, CRM_ASSET.ID),
                        of(start, CRM_ASSET.PLACEMENT_PARENT_ID),
                        inline(0))
                    .from(start)
                    .where(of(start, CRM_ASSET.ID).in(units))
                    .unionAll(
                        select(
                                WALK_UNIT,
                                of(above, CRM_ASSET.ID),
                                of(above, CRM_ASSET.PLACEMENT_PARENT_ID),
                                WALK_DEPTH.plus(inline(1)))
                            .from(WALK)
                            .join(above)
                            .on(of(above, CRM_ASSET.ID).eq(WALK_PARENT))));
    return read.fetch(
        withRecursive(walk)
            .select(WALK_UNIT, WALK_ID, WALK_DEPTH)
            .from(WALK)
            .orderBy(WALK_UNIT, WALK_DEPTH),
        row ->
            new Step(
                new AssetId(Objects.requireNonNull(row.get(0, UUID.class))),
                new AssetId(Objects.requireNonNull(row.get(1, UUID.class)))));
  }

  private static <T> Field<T> of(Table<?> rows, Field<T> column) {
    return Objects.requireNonNull(rows.field(column));
  }

  private static AssetTree.Node node(Record row) {
    UUID parent = row.get(1, UUID.class);
    String model = text(row, 3);
    String serialNumber = row.get(4, String.class);
    return new AssetTree.Node(
        new AssetId(Objects.requireNonNull(row.get(0, UUID.class))),
        parent == null ? null : new AssetId(parent),
        Objects.requireNonNull(row.get(2, Integer.class)),
        label(model, serialNumber),
        UnitRole.valueOf(text(row, 5)),
        row.get(6, String.class),
        AssetStatus.valueOf(text(row, 7)));
  }

  private static String label(String model, @Nullable String serialNumber) {
    return serialNumber == null ? model : model + " (" + serialNumber + ")";
  }

  private static String text(Record row, int index) {
    return Objects.requireNonNull(row.get(index, String.class));
  }
}
