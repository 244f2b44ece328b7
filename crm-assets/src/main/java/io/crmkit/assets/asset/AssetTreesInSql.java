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
import io.crmkit.api.site.SiteId;
import io.crmkit.core.spi.storage.SqlRead;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Structure questions on SQL: recursive queries over rows cut to tenant and access. */
public final class AssetTreesInSql implements AssetTrees {

  private static final Field<UUID> WALK_ID = field(name("walk", "id"), UUID.class);
  private static final Field<UUID> WALK_PARENT = field(name("walk", "parent"), UUID.class);
  private static final Field<UUID> WALK_OF = field(name("walk", "unit"), UUID.class);
  private static final Field<UUID> WALK_SITE = field(name("walk", "site"), UUID.class);
  private static final Field<String> WALK_STATUS = field(name("walk", "status"), String.class);
  private static final Field<Integer> WALK_DEPTH = field(name("walk", "depth"), Integer.class);

  /**
   * The walk as the query that it is made of refers to it: only its name is ever written. (A table
   * by name alone would be any table.)
   */
  private static final Table<?> WALK = name("walk").as(select(inline(0)));

  private static final List<String> PRESENT =
      AssetRules.PRESENT.stream().map(AssetStatus::name).toList();

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
  public Map<AssetId, SiteId> sites(Collection<AssetId> units) {
    Table<?> start = read.rows(ASSETS, "a");
    Table<?> above = read.rows(ASSETS, "p");
    CommonTableExpression<?> walk =
        name("walk")
            .fields("unit", "parent", "site")
            .as(
                select(
                        of(start, CRM_ASSET.ID),
                        of(start, CRM_ASSET.PLACEMENT_PARENT_ID),
                        of(start, CRM_ASSET.PLACEMENT_SITE_ID))
                    .from(start)
                    .where(of(start, CRM_ASSET.ID).in(units.stream().map(AssetId::value).toList()))
                    .unionAll(
                        select(
                                WALK_OF,
                                of(above, CRM_ASSET.PLACEMENT_PARENT_ID),
                                of(above, CRM_ASSET.PLACEMENT_SITE_ID))
                            .from(WALK)
                            .join(above)
                            .on(of(above, CRM_ASSET.ID).eq(WALK_PARENT))
                            .where(WALK_SITE.isNull())));
    Map<AssetId, SiteId> sites = new HashMap<>();
    read.fetch(
            withRecursive(walk).select(WALK_OF, WALK_SITE).from(WALK).where(WALK_SITE.isNotNull()),
            row ->
                Map.entry(
                    new AssetId(Objects.requireNonNull(row.get(0, UUID.class))),
                    new SiteId(Objects.requireNonNull(row.get(1, UUID.class)))))
        .forEach(entry -> sites.put(entry.getKey(), entry.getValue()));
    return sites;
  }

  @Override
  public List<AssetId> atSite(SiteId site, @Nullable AssetId after, int limit) {
    Table<?> top = read.rows(ASSETS, "a");
    Table<?> child = read.rows(ASSETS, "c");
    CommonTableExpression<?> walk =
        name("walk")
            .fields("id", "status")
            .as(
                select(of(top, CRM_ASSET.ID), of(top, CRM_ASSET.LIFE_STATUS))
                    .from(top)
                    .where(of(top, CRM_ASSET.PLACEMENT_SITE_ID).eq(site.value()))
                    .unionAll(
                        select(of(child, CRM_ASSET.ID), of(child, CRM_ASSET.LIFE_STATUS))
                            .from(WALK)
                            .join(child)
                            .on(of(child, CRM_ASSET.PLACEMENT_PARENT_ID).eq(WALK_ID))
                            .where(of(child, CRM_ASSET.PLACEMENT_SITE_ID).isNull())));
    Condition behind = after == null ? inline(1).eq(inline(1)) : WALK_ID.gt(after.value());
    return read.fetch(
        withRecursive(walk)
            .select(WALK_ID)
            .from(WALK)
            .where(WALK_STATUS.in(PRESENT))
            .and(behind)
            .orderBy(WALK_ID)
            .limit(limit),
        row -> new AssetId(Objects.requireNonNull(row.get(0, UUID.class))));
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
