package io.crmkit.core.kernel.lab;

import static io.crmkit.core.kernel.lab.LabEntities.KEEPERS;
import static io.crmkit.core.kernel.lab.LabEntities.SPECIMENS;

import io.crmkit.core.spi.storage.MemoryRead;
import io.crmkit.core.spi.storage.SqlRead;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** A named query: a join with an aggregate, and parts. */
public interface LabQueries {

  /** A keeper's name, and the number and sum of the specimens kept. */
  record Load(String keeper, int count, long total) {}

  /** In the order of the names; keepers without specimens are left out. */
  List<Load> loads();

  /** The weight of all samples that have one. */
  BigDecimal weight();

  /** The times before this one at which specimens were seen, in order. */
  List<Instant> seenBefore(Instant time);

  /** A sample of this weight. */
  static Sample weighing(String weight) {
    return new Sample("weight", Grade.FINE, new BigDecimal(weight), null, null, null);
  }

  /** On SQL. */
  final class OnSql implements LabQueries {
    private final SqlRead read;

    OnSql(SqlRead read) {
      this.read = read;
    }

    @Override
    public List<Load> loads() {
      Table<?> s = read.rows(SPECIMENS, "s");
      Table<?> k = read.rows(KEEPERS, "k");
      Field<String> name = field(k, "name", String.class);
      Field<Long> total = field(s, "measures_total", Long.class);
      return read.fetch(
          DSL.select(name, DSL.count(), DSL.sum(total))
              .from(s)
              .join(k)
              .on(field(s, "links_keeper_id", UUID.class).eq(field(k, "id", UUID.class)))
              .groupBy(name)
              .orderBy(name),
          row ->
              new Load(
                  row.get(0, String.class), row.get(1, Integer.class), row.get(2, Long.class)));
    }

    @Override
    public BigDecimal weight() {
      Table<?> p = read.parts(SPECIMENS, "samples", "p");
      return read.fetch(
              DSL.select(
                      DSL.coalesce(DSL.sum(field(p, "weight", BigDecimal.class)), BigDecimal.ZERO))
                  .from(p),
              row -> row.get(0, BigDecimal.class))
          .get(0)
          .stripTrailingZeros();
    }

    @Override
    public List<Instant> seenBefore(Instant time) {
      Table<?> s = read.rows(SPECIMENS, "s");
      Field<Instant> seenAt = field(s, "extras_times_seen_at", Instant.class);
      return read.fetch(
          DSL.select(seenAt).from(s).where(seenAt.lt(time)).orderBy(seenAt),
          row -> row.get(0, Instant.class));
    }

    private static <T> Field<T> field(Table<?> table, String name, Class<T> type) {
      return Objects.requireNonNull(table.field(name, type), name);
    }
  }

  /** On memory. */
  final class OnMemory implements LabQueries {
    private final MemoryRead read;

    OnMemory(MemoryRead read) {
      this.read = read;
    }

    @Override
    public List<Load> loads() {
      return read.rows(KEEPERS)
          .map(k -> load(k, read.rows(SPECIMENS).filter(s -> keptBy(s, k)).toList()))
          .filter(load -> load.count() > 0)
          .sorted(Comparator.comparing(Load::keeper))
          .toList();
    }

    private static boolean keptBy(Specimen specimen, Keeper keeper) {
      return keeper.id().equals(specimen.links().keeper());
    }

    private static Load load(Keeper keeper, List<Specimen> kept) {
      long total = kept.stream().mapToLong(s -> s.measures().total()).sum();
      return new Load(keeper.name(), kept.size(), total);
    }

    @Override
    public List<Instant> seenBefore(Instant time) {
      return read.rows(SPECIMENS)
          .map(Specimen::extras)
          .filter(Objects::nonNull)
          .map(Specimen.Extras::times)
          .filter(Objects::nonNull)
          .map(Specimen.Times::seenAt)
          .filter(seen -> seen != null && seen.isBefore(time))
          .sorted()
          .toList();
    }

    @Override
    public BigDecimal weight() {
      return read.rows(SPECIMENS)
          .flatMap(s -> s.samples().stream())
          .map(Sample::weight)
          .filter(Objects::nonNull)
          .reduce(BigDecimal.ZERO, BigDecimal::add)
          .stripTrailingZeros();
    }
  }
}
