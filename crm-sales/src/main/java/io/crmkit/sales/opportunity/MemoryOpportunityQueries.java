package io.crmkit.sales.opportunity;

import static io.crmkit.sales.opportunity.OpportunityEntities.CHANGES;
import static io.crmkit.sales.opportunity.OpportunityEntities.OPPORTUNITIES;

import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.OpportunityChange;
import io.crmkit.api.sales.opportunity.OpportunityId;
import io.crmkit.api.sales.opportunity.OpportunityOrigin;
import io.crmkit.api.sales.opportunity.OpportunityTotals;
import io.crmkit.api.sales.opportunity.Progress;
import io.crmkit.api.sales.opportunity.TotalsRow;
import io.crmkit.api.value.Money;
import io.crmkit.core.spi.storage.MemoryRead;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Figures over opportunities in memory. */
final class MemoryOpportunityQueries implements OpportunityQueries {

  private final MemoryRead read;

  MemoryOpportunityQueries(MemoryRead read) {
    this.read = read;
  }

  @Override
  public List<TotalsRow> totals(OpportunityTotals question) {
    return summed(
        read.rows(OPPORTUNITIES).filter(o -> asked(question, o)),
        o -> group(question.by(), o),
        o -> o.deal().amount(),
        o -> o.progress().probability());
  }

  @Override
  public List<TotalsRow> standingBefore(Instant moment) {
    Comparator<OpportunityChange> latest =
        Comparator.comparing(OpportunityChange::occurredAt)
            .thenComparing(c -> c.id().value().toString());
    Map<OpportunityId, OpportunityChange> last =
        read.rows(CHANGES)
            .filter(c -> c.occurredAt().isBefore(moment))
            .collect(
                Collectors.toMap(
                    OpportunityChange::opportunity,
                    Function.identity(),
                    BinaryOperator.maxBy(latest)));
    return summed(
        last.values().stream().map(OpportunityChange::standing),
        OpportunityChange.Standing::stage,
        OpportunityChange.Standing::amount,
        OpportunityChange.Standing::probability);
  }

  @Override
  public Set<String> imported(String source, Collection<String> externalIds) {
    Set<String> asked = Set.copyOf(externalIds);
    return read.rows(OPPORTUNITIES)
        .map(Opportunity::origin)
        .filter(o -> source.equals(o.source()))
        .map(OpportunityOrigin::externalId)
        .filter(id -> id != null && asked.contains(id))
        .collect(Collectors.toSet());
  }

  private static boolean asked(OpportunityTotals question, Opportunity opportunity) {
    Progress progress = opportunity.progress();
    LocalDate closed = progress.closedOn();
    LocalDate from = question.closedFrom();
    LocalDate to = question.closedTo();
    return (question.categories().isEmpty() || question.categories().contains(progress.category()))
        && (from == null || (closed != null && !closed.isBefore(from)))
        && (to == null || (closed != null && closed.isBefore(to)));
  }

  private static String group(OpportunityTotals.Dimension by, Opportunity opportunity) {
    LocalDate closed = opportunity.progress().closedOn();
    String group =
        switch (by) {
          case NOTHING -> "";
          case STAGE -> opportunity.progress().stage();
          case PRODUCT -> opportunity.deal().productName();
          case REGION -> opportunity.owner().region();
          case TEAM -> opportunity.owner().team();
          case OWNER -> opportunity.owner().person();
          case CLOSE_QUARTER ->
              closed == null
                  ? null
                  : Totals.quarter(closed.getYear(), closed.get(IsoFields.QUARTER_OF_YEAR));
        };
    return group == null ? "" : group;
  }

  private static final class Sum {
    private long count;
    private BigDecimal amount = BigDecimal.ZERO;
    private BigDecimal percents = BigDecimal.ZERO;
  }

  private static <T> List<TotalsRow> summed(
      Stream<T> rows,
      Function<T, String> group,
      Function<T, @Nullable Money> amount,
      ToIntFunction<T> probability) {
    Map<Totals.Group, Sum> sums = new HashMap<>();
    rows.forEach(
        row -> {
          Money money = amount.apply(row);
          String currency = money == null ? null : money.currency().getCurrencyCode();
          Sum sum =
              sums.computeIfAbsent(new Totals.Group(group.apply(row), currency), g -> new Sum());
          sum.count++;
          if (money != null) {
            BigDecimal percent = BigDecimal.valueOf(probability.applyAsInt(row));
            sum.amount = sum.amount.add(money.amount());
            sum.percents = sum.percents.add(money.amount().multiply(percent));
          }
        });
    return sums.entrySet().stream()
        .map(
            e ->
                Totals.row(
                    e.getKey(), e.getValue().count, e.getValue().amount, e.getValue().percents))
        .sorted(Totals.ORDER)
        .toList();
  }
}
