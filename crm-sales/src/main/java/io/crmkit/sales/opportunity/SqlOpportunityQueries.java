package io.crmkit.sales.opportunity;

import static io.crmkit.sales.jooq.Tables.CRM_OPPORTUNITY;
import static io.crmkit.sales.jooq.Tables.CRM_OPPORTUNITY_CHANGE;
import static io.crmkit.sales.opportunity.OpportunityEntities.CHANGES;
import static io.crmkit.sales.opportunity.OpportunityEntities.OPPORTUNITIES;

import io.crmkit.api.sales.opportunity.OpportunityTotals;
import io.crmkit.api.sales.opportunity.TotalsRow;
import io.crmkit.core.spi.storage.SqlRead;
import io.crmkit.sales.jooq.tables.CrmOpportunity;
import io.crmkit.sales.jooq.tables.CrmOpportunityChange;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Figures over opportunities in the database. */
final class SqlOpportunityQueries implements OpportunityQueries {

  private final SqlRead read;

  SqlOpportunityQueries(SqlRead read) {
    this.read = read;
  }

  @Override
  public List<TotalsRow> totals(OpportunityTotals question) {
    CrmOpportunity columns = CRM_OPPORTUNITY;
    Table<?> rows = read.rows(OPPORTUNITIES, "o");
    List<Field<?>> group = group(question.by(), rows);
    Field<String> currency = field(rows, columns.DEAL_AMOUNT_CURRENCY);
    Field<BigDecimal> amount = field(rows, columns.DEAL_AMOUNT_AMOUNT);
    Field<BigDecimal> percents = DSL.sum(amount.mul(field(rows, columns.PROGRESS_PROBABILITY)));
    List<Field<?>> by = new ArrayList<>(group);
    by.add(currency);
    List<Field<?>> selected = new ArrayList<>(by);
    selected.addAll(List.of(DSL.count(), DSL.sum(amount), percents));
    Select<?> query = DSL.select(selected).from(rows).where(asked(question, rows)).groupBy(by);
    return read.fetch(query, r -> row(r, name(question.by(), r), group.size())).stream()
        .sorted(Totals.ORDER)
        .toList();
  }

  @Override
  public List<TotalsRow> standingBefore(Instant moment) {
    CrmOpportunityChange columns = CRM_OPPORTUNITY_CHANGE;
    Table<?> rows = read.rows(CHANGES, "c");
    Field<Integer> nth =
        DSL.rowNumber()
            .over()
            .partitionBy(field(rows, columns.OPPORTUNITY_ID))
            .orderBy(field(rows, columns.OCCURRED_AT).desc(), field(rows, columns.ID).desc())
            .as("nth");
    Table<?> ranked =
        DSL.select(
                field(rows, columns.STANDING_STAGE),
                field(rows, columns.STANDING_AMOUNT_CURRENCY),
                field(rows, columns.STANDING_AMOUNT_AMOUNT),
                field(rows, columns.STANDING_PROBABILITY),
                nth)
            .from(rows)
            .where(field(rows, columns.OCCURRED_AT).lt(moment))
            .asTable("ranked");
    Field<String> stage = field(ranked, columns.STANDING_STAGE);
    Field<String> currency = field(ranked, columns.STANDING_AMOUNT_CURRENCY);
    Field<BigDecimal> amount = field(ranked, columns.STANDING_AMOUNT_AMOUNT);
    Select<?> query =
        DSL.select(
                stage,
                currency,
                DSL.count(),
                DSL.sum(amount),
                DSL.sum(amount.mul(field(ranked, columns.STANDING_PROBABILITY))))
            .from(ranked)
            .where(DSL.field(DSL.name("ranked", "nth"), Integer.class).eq(1))
            .groupBy(stage, currency);
    return read.fetch(query, r -> row(r, r.get(0, String.class), 1)).stream()
        .sorted(Totals.ORDER)
        .toList();
  }

  @Override
  public Set<String> imported(String source, Collection<String> externalIds) {
    // Nothing but the key's own columns, unordered: the index alone answers.
    Table<?> rows = read.rows(OPPORTUNITIES, "o");
    Field<String> externalId = field(rows, CRM_OPPORTUNITY.ORIGIN_EXTERNAL_ID);
    Select<?> query =
        DSL.select(externalId)
            .from(rows)
            .where(field(rows, CRM_OPPORTUNITY.ORIGIN_SOURCE).eq(source))
            .and(externalId.in(externalIds));
    return Set.copyOf(read.fetch(query, r -> r.get(externalId)));
  }

  private static List<Field<?>> group(OpportunityTotals.Dimension by, Table<?> rows) {
    CrmOpportunity columns = CRM_OPPORTUNITY;
    return switch (by) {
      case NOTHING -> List.of();
      case STAGE -> List.of(field(rows, columns.PROGRESS_STAGE));
      case PRODUCT -> List.of(field(rows, columns.DEAL_PRODUCT_NAME));
      case REGION -> List.of(field(rows, columns.OWNER_REGION));
      case TEAM -> List.of(field(rows, columns.OWNER_TEAM));
      case OWNER -> List.of(field(rows, columns.OWNER_PERSON));
      case CLOSE_QUARTER ->
          List.of(
              DSL.extract(field(rows, columns.PROGRESS_CLOSED_ON), DatePart.YEAR),
              DSL.extract(field(rows, columns.PROGRESS_CLOSED_ON), DatePart.QUARTER));
    };
  }

  private static String name(OpportunityTotals.Dimension by, Record record) {
    return switch (by) {
      case NOTHING -> "";
      case CLOSE_QUARTER -> {
        Integer year = record.get(0, Integer.class);
        yield year == null ? "" : Totals.quarter(year, record.get(1, Integer.class));
      }
      default -> {
        String name = record.get(0, String.class);
        yield name == null ? "" : name;
      }
    };
  }

  private static Condition asked(OpportunityTotals question, Table<?> rows) {
    Condition condition = DSL.noCondition();
    if (!question.categories().isEmpty()) {
      condition =
          field(rows, CRM_OPPORTUNITY.PROGRESS_CATEGORY)
              .in(question.categories().stream().map(Enum::name).toList());
    }
    Field<LocalDate> closed = field(rows, CRM_OPPORTUNITY.PROGRESS_CLOSED_ON);
    if (question.closedFrom() != null) {
      condition = condition.and(closed.ge(question.closedFrom()));
    }
    if (question.closedTo() != null) {
      condition = condition.and(closed.lt(question.closedTo()));
    }
    return condition;
  }

  /** The columns after the group's own are: currency, count, sum, sum of percents. */
  private static TotalsRow row(Record record, String group, int groupColumns) {
    BigDecimal amount = record.get(groupColumns + 2, BigDecimal.class);
    BigDecimal percents = record.get(groupColumns + 3, BigDecimal.class);
    return Totals.row(
        new Totals.Group(group, record.get(groupColumns, String.class)),
        record.get(groupColumns + 1, Long.class),
        amount == null ? BigDecimal.ZERO : amount,
        percents == null ? BigDecimal.ZERO : percents);
  }

  private static <T> Field<T> field(Table<?> rows, Field<T> column) {
    return Objects.requireNonNull(rows.field(column));
  }
}
