package io.crmkit.assets.time;

import static io.crmkit.assets.asset.AssetEntities.ASSETS;
import static io.crmkit.assets.asset.AssetEntities.PLACEMENT_FACTS;
import static io.crmkit.assets.asset.AssetEntities.STATUS_FACTS;
import static io.crmkit.assets.jooq.Tables.CRM_ASSET;
import static io.crmkit.assets.jooq.Tables.CRM_ASSET_PLACEMENT_FACT;
import static io.crmkit.assets.jooq.Tables.CRM_ASSET_STATUS_FACT;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.withRecursive;

import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.AssetTree;
import io.crmkit.api.asset.TwoTimes;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.product.UnitRole;
import io.crmkit.core.spi.storage.Entity;
import io.crmkit.core.spi.storage.SqlRead;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectJoinStep;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * Questions about the past on SQL. Of a unit's facts that speak of a moment, the one recorded last
 * is believed: the one to which there is no later; an index on unit and time finds that.
 */
public final class UnitTimesInSql implements UnitTimes {

  private static final Field<UUID> WALK_ID = field(name("walk", "id"), UUID.class);
  private static final Field<UUID> WALK_PARENT = field(name("walk", "parent"), UUID.class);
  private static final Field<Integer> WALK_DEPTH = field(name("walk", "depth"), Integer.class);

  /** What a node tells, in the order in which the walk carries it. */
  private static final String[] CARRIED = {
    "id", "parent", "depth", "model", "serial", "role", "job", "status", "slot"
  };

  private static final List<Field<?>> WALKED =
      Arrays.stream(CARRIED).<Field<?>>map(c -> field(name("walk", c), type(c))).toList();

  private static final Table<?> WALK = name("walk").as(select(inline(0)));

  private static final List<String> INSTALLED_BASE =
      Arrays.stream(AssetStatus.values())
          .filter(AssetStatus::inInstalledBase)
          .map(AssetStatus::name)
          .toList();

  private final SqlRead read;

  public UnitTimesInSql(SqlRead read) {
    this.read = read;
  }

  @Override
  public List<AssetTree.Node> below(AssetId root, TwoTimes times) {
    Table<?> top = read.rows(PLACEMENT_FACTS, "a");
    Table<?> child = read.rows(PLACEMENT_FACTS, "c");
    Field<UUID> parent = of(child, CRM_ASSET_PLACEMENT_FACT.PLACEMENT_PARENT_ID);
    Select<?> first =
        described(select(told(top, inline(0))).from(top), top)
            .where(of(top, CRM_ASSET_PLACEMENT_FACT.ASSET_ID).eq(root.value()))
            .and(placed(top, "b", times))
            .and(known(read.rows(STATUS_FACTS, "s"), "t", times));
    if (read.readsByLevel()) {
      return read.fetchLevels(
          first,
          level -> below(child, level, parent.eq(level.field("id", UUID.class)), inline(0), times),
          UnitTimesInSql::node);
    }
    // A unit of which nothing was known ends the way here, as on every other storage.
    CommonTableExpression<?> walk =
        name("walk")
            .fields(CARRIED)
            .as(
                cast(first)
                    .unionAll(
                        cast(
                            below(
                                child,
                                WALK,
                                parent.eq(WALK_ID),
                                WALK_DEPTH.plus(inline(1)),
                                times))));
    return read.fetch(
        withRecursive(walk).select(WALKED).from(WALK),
        row -> node(row, Objects.requireNonNull(row.get(2, Integer.class))));
  }

  /** What was directly below the units of the table before. */
  private Select<?> below(
      Table<?> child, Table<?> above, Condition within, Field<Integer> depth, TwoTimes times) {
    return described(select(told(child, depth)).from(above).join(child).on(within), child)
        .where(placed(child, "d", times))
        .and(known(read.rows(STATUS_FACTS, "s"), "t", times));
  }

  @SuppressWarnings("unchecked")
  private static Select<Record> cast(Select<?> select) {
    return (Select<Record>) select;
  }

  /** What a node tells, in the order in which the walk carries it. */
  private List<Field<?>> told(Table<?> fact, Field<Integer> depth) {
    Table<?> unit = read.rows(ASSETS, "u");
    return List.of(
        of(fact, CRM_ASSET_PLACEMENT_FACT.ASSET_ID),
        of(fact, CRM_ASSET_PLACEMENT_FACT.PLACEMENT_PARENT_ID),
        depth,
        of(unit, CRM_ASSET.IDENTITY_MODEL),
        of(unit, CRM_ASSET.IDENTITY_SERIAL_NUMBER),
        of(fact, CRM_ASSET_PLACEMENT_FACT.PLACEMENT_ROLE),
        of(fact, CRM_ASSET_PLACEMENT_FACT.PLACEMENT_FUNCTION),
        of(read.rows(STATUS_FACTS, "s"), CRM_ASSET_STATUS_FACT.STATUS),
        of(fact, CRM_ASSET_PLACEMENT_FACT.PLACEMENT_SLOT));
  }

  private static Class<?> type(String carried) {
    return switch (carried) {
      case "id", "parent" -> UUID.class;
      case "depth" -> Integer.class;
      default -> String.class;
    };
  }

  /** With the unit itself, and its statuses. */
  private SelectJoinStep<?> described(SelectJoinStep<?> facts, Table<?> fact) {
    Table<?> unit = read.rows(ASSETS, "u");
    Table<?> status = read.rows(STATUS_FACTS, "s");
    Field<UUID> id = of(fact, CRM_ASSET_PLACEMENT_FACT.ASSET_ID);
    return facts
        .join(unit)
        .on(of(unit, CRM_ASSET.ID).eq(id))
        .join(status)
        .on(of(status, CRM_ASSET_STATUS_FACT.ASSET_ID).eq(id));
  }

  @Override
  public List<AssetId> pathToRoot(AssetId unit, TwoTimes times) {
    Table<?> start = read.rows(PLACEMENT_FACTS, "a");
    Table<?> above = read.rows(PLACEMENT_FACTS, "p");
    CommonTableExpression<?> walk =
        name("walk")
            .fields("id", "parent", "depth")
            .as(
                select(
                        of(start, CRM_ASSET_PLACEMENT_FACT.ASSET_ID),
                        of(start, CRM_ASSET_PLACEMENT_FACT.PLACEMENT_PARENT_ID),
                        inline(0))
                    .from(start)
                    .where(of(start, CRM_ASSET_PLACEMENT_FACT.ASSET_ID).eq(unit.value()))
                    .and(placed(start, "b", times))
                    .unionAll(
                        select(
                                of(above, CRM_ASSET_PLACEMENT_FACT.ASSET_ID),
                                of(above, CRM_ASSET_PLACEMENT_FACT.PLACEMENT_PARENT_ID),
                                WALK_DEPTH.plus(inline(1)))
                            .from(WALK)
                            .join(above)
                            .on(of(above, CRM_ASSET_PLACEMENT_FACT.ASSET_ID).eq(WALK_PARENT))
                            .where(placed(above, "d", times))));
    return read.fetch(
        withRecursive(walk).select(WALK_ID, WALK_DEPTH).from(WALK).orderBy(WALK_DEPTH),
        row -> new AssetId(Objects.requireNonNull(row.get(0, UUID.class))));
  }

  @Override
  public List<AssetId> heldBy(
      CustomerId customer, TwoTimes times, @Nullable AssetId after, int limit) {
    Table<?> status = read.rows(STATUS_FACTS, "s");
    Field<UUID> unit = of(status, CRM_ASSET_STATUS_FACT.ASSET_ID);
    Condition behind = after == null ? inline(1).eq(inline(1)) : unit.gt(after.value());
    return read.fetch(
        select(unit)
            .from(status)
            .where(of(status, CRM_ASSET_STATUS_FACT.HOLDER_ID).eq(customer.value()))
            .and(of(status, CRM_ASSET_STATUS_FACT.STATUS).in(INSTALLED_BASE))
            .and(behind)
            .and(known(status, "t", times))
            .orderBy(unit)
            .limit(limit),
        row -> new AssetId(Objects.requireNonNull(row.get(0, UUID.class))));
  }

  @Override
  public Map<AssetStatus, Long> counts(CustomerId customer, TwoTimes times) {
    Table<?> status = read.rows(STATUS_FACTS, "s");
    Field<String> word = of(status, CRM_ASSET_STATUS_FACT.STATUS);
    Map<AssetStatus, Long> counts = new EnumMap<>(AssetStatus.class);
    read.fetch(
            select(word, count())
                .from(status)
                .where(of(status, CRM_ASSET_STATUS_FACT.HOLDER_ID).eq(customer.value()))
                .and(known(status, "t", times))
                .groupBy(word),
            row -> Map.entry(AssetStatus.valueOf(text(row, 0)), row.get(1, Long.class)))
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
    return counts;
  }

  /** Whether the placement is the one believed. */
  private Condition placed(Table<?> fact, String alias, TwoTimes times) {
    return believed(fact, later(PLACEMENT_FACTS, alias), times);
  }

  /** Whether the status is the one believed. */
  private Condition known(Table<?> fact, String alias, TwoTimes times) {
    return believed(fact, later(STATUS_FACTS, alias), times);
  }

  private Table<?> later(Entity<?> facts, String alias) {
    return read.rows(facts, alias);
  }

  /** The columns of all facts have the same names. */
  private static Condition believed(Table<?> fact, Table<?> later, TwoTimes times) {
    Field<Instant> recorded = of(fact, CRM_ASSET_STATUS_FACT.TIME_RECORDED_AT);
    Field<Instant> recordedLater = of(later, CRM_ASSET_STATUS_FACT.TIME_RECORDED_AT);
    Condition isLater =
        recordedLater
            .gt(recorded)
            .or(
                recordedLater
                    .eq(recorded)
                    .and(
                        of(later, CRM_ASSET_STATUS_FACT.ID)
                            .gt(of(fact, CRM_ASSET_STATUS_FACT.ID))));
    return holds(fact, times)
        .and(
            notExists(
                selectOne()
                    .from(later)
                    .where(
                        of(later, CRM_ASSET_STATUS_FACT.ASSET_ID)
                            .eq(of(fact, CRM_ASSET_STATUS_FACT.ASSET_ID)))
                    .and(holds(later, times))
                    .and(isLater)));
  }

  private static Condition holds(Table<?> fact, TwoTimes times) {
    Field<Instant> from = of(fact, CRM_ASSET_STATUS_FACT.TIME_VALID_FROM);
    Field<Instant> to = of(fact, CRM_ASSET_STATUS_FACT.TIME_VALID_TO);
    Field<Instant> recorded = of(fact, CRM_ASSET_STATUS_FACT.TIME_RECORDED_AT);
    return from.le(val(times.at(), from))
        .and(to.isNull().or(to.gt(val(times.at(), to))))
        .and(recorded.le(val(times.asKnownOn(), recorded)));
  }

  private static <T> Field<T> of(Table<?> rows, Field<T> column) {
    return Objects.requireNonNull(rows.field(column));
  }

  private static AssetTree.Node node(Record row, int depth) {
    UUID parent = row.get(1, UUID.class);
    String serialNumber = row.get(4, String.class);
    return new AssetTree.Node(
        new AssetId(Objects.requireNonNull(row.get(0, UUID.class))),
        parent == null ? null : new AssetId(parent),
        depth,
        serialNumber == null ? text(row, 3) : text(row, 3) + " (" + serialNumber + ")",
        UnitRole.valueOf(text(row, 5)),
        row.get(6, String.class),
        AssetStatus.valueOf(text(row, 7)),
        row.get(8, String.class));
  }

  private static String text(Record row, int index) {
    return Objects.requireNonNull(row.get(index, String.class));
  }
}
