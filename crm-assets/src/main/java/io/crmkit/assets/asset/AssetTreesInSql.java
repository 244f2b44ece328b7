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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
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
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;

/** Structure questions on SQL: recursive queries over rows cut to tenant and access. */
public final class AssetTreesInSql implements AssetTrees {

  private static final String WALK_NAME = "walk";
  private static final Field<UUID> WALK_ID = field(name(WALK_NAME, "id"), UUID.class);
  private static final Field<UUID> WALK_UNIT = field(name(WALK_NAME, "unit"), UUID.class);
  private static final Field<UUID> WALK_SITE = field(name(WALK_NAME, "site"), UUID.class);
  private static final Field<String> WALK_STATUS = field(name(WALK_NAME, "status"), String.class);
  private static final Field<UUID> WALK_PARENT = field(name(WALK_NAME, "parent"), UUID.class);
  private static final Field<Integer> WALK_DEPTH = field(name(WALK_NAME, "depth"), Integer.class);

  /** What a node tells, in the order in which the walk carries it. */
  private static final List<TableField<?, ?>> TOLD =
      List.of(
          CRM_ASSET.ID,
          CRM_ASSET.PLACEMENT_PARENT_ID,
          CRM_ASSET.IDENTITY_MODEL,
          CRM_ASSET.IDENTITY_SERIAL_NUMBER,
          CRM_ASSET.PLACEMENT_ROLE,
          CRM_ASSET.PLACEMENT_FUNCTION,
          CRM_ASSET.LIFE_STATUS,
          CRM_ASSET.PLACEMENT_SLOT);

  private static final String[] CARRIED = {
    "id", "parent", "model", "serial", "role", "job", "status", "slot", "depth"
  };

  private static final List<Field<?>> WALKED =
      Arrays.stream(CARRIED).<Field<?>>map(c -> field(name(WALK_NAME, c), type(c))).toList();

  /**
   * The walk as the query that it is made of refers to it: only its name is ever written. (A table
   * by name alone would be any table.)
   */
  private static final Table<?> WALK = name(WALK_NAME).as(select(inline(0)));

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
    if (read.readsByLevel()) {
      return read.fetchLevels(
          select(told(top, inline(0))).from(top).where(of(top, CRM_ASSET.ID).eq(root.value())),
          level ->
              select(told(child, inline(0)))
                  .from(level)
                  .join(child)
                  .on(of(child, CRM_ASSET.PLACEMENT_PARENT_ID).eq(level.field("id", UUID.class))),
          AssetTreesInSql::node);
    }
    // It carries what is told: joined again afterwards, every unit would be looked up twice, or, as
    // databases guess the size of a recursion badly, all units of the tenant be read.
    CommonTableExpression<?> walk =
        name(WALK_NAME)
            .fields(CARRIED)
            .as(
                select(told(top, inline(0)))
                    .from(top)
                    .where(of(top, CRM_ASSET.ID).eq(root.value()))
                    .unionAll(
                        select(told(child, WALK_DEPTH.plus(inline(1))))
                            .from(WALK)
                            .join(child)
                            .on(of(child, CRM_ASSET.PLACEMENT_PARENT_ID).eq(WALK_ID))));
    return read.fetch(
        withRecursive(walk).select(WALKED).from(WALK),
        row -> node(row, Objects.requireNonNull(row.get(8, Integer.class))));
  }

  private static List<Field<?>> told(Table<?> rows, Field<Integer> depth) {
    List<Field<?>> fields = new ArrayList<>();
    TOLD.forEach(column -> fields.add(of(rows, column)));
    fields.add(depth);
    return fields;
  }

  private static Class<?> type(String carried) {
    return switch (carried) {
      case "id", "parent" -> UUID.class;
      case "depth" -> Integer.class;
      default -> String.class;
    };
  }

  @Override
  public Map<AssetId, List<AssetId>> pathsToRoot(Collection<AssetId> units) {
    Map<AssetId, List<AssetId>> paths = new HashMap<>();
    Portions.each(
        units,
        some ->
            steps(some.stream().map(AssetId::value).toList()).stream()
                .sorted(Comparator.comparingInt(Step::depth)) // H2 would plan anew to sort
                .forEach(
                    step ->
                        paths
                            .computeIfAbsent(new AssetId(step.unit()), id -> new ArrayList<>())
                            .add(new AssetId(step.above()))));
    return paths;
  }

  /** One unit on the way up from another, so many above it. */
  private record Step(UUID unit, UUID above, int depth) {}

  private List<Step> steps(List<UUID> units) {
    Table<?> start = read.rows(ASSETS, "a");
    Table<?> above = read.rows(ASSETS, "p");
    CommonTableExpression<?> walk =
        name(WALK_NAME)
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
        withRecursive(walk).select(WALK_UNIT, WALK_ID, WALK_DEPTH).from(WALK),
        row -> new Step(row.get(0, UUID.class), row.get(1, UUID.class), row.get(2, Integer.class)));
  }

  @Override
  public Map<AssetId, SiteId> sites(Collection<AssetId> units) {
    Table<?> start = read.rows(ASSETS, "a");
    Table<?> above = read.rows(ASSETS, "p");
    CommonTableExpression<?> walk =
        name(WALK_NAME)
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
                                WALK_UNIT,
                                of(above, CRM_ASSET.PLACEMENT_PARENT_ID),
                                of(above, CRM_ASSET.PLACEMENT_SITE_ID))
                            .from(WALK)
                            .join(above)
                            .on(of(above, CRM_ASSET.ID).eq(WALK_PARENT))
                            .where(WALK_SITE.isNull())));
    Map<AssetId, SiteId> sites = new HashMap<>();
    read.fetch(
            withRecursive(walk)
                .select(WALK_UNIT, WALK_SITE)
                .from(WALK)
                .where(WALK_SITE.isNotNull()),
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
        name(WALK_NAME)
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

  private static AssetTree.Node node(Record row, int depth) {
    UUID parent = row.get(1, UUID.class);
    String serialNumber = row.get(3, String.class);
    return new AssetTree.Node(
        new AssetId(Objects.requireNonNull(row.get(0, UUID.class))),
        parent == null ? null : new AssetId(parent),
        depth,
        label(text(row, 2), serialNumber),
        UnitRole.valueOf(text(row, 4)),
        row.get(5, String.class),
        AssetStatus.valueOf(text(row, 6)),
        row.get(7, String.class));
  }

  private static String label(String model, @Nullable String serialNumber) {
    return serialNumber == null ? model : model + " (" + serialNumber + ")";
  }

  private static String text(Record row, int index) {
    return Objects.requireNonNull(row.get(index, String.class));
  }
}
