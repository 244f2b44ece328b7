package io.crmkit.api.sales.opportunity;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.field.CustomValues;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An opportunity from another program, with its past.
 *
 * @param externalId its id there, unique within the source, 1 to 200 characters
 * @param name for people, 1 to 200 characters
 * @param customer who might buy, or null if not known
 * @param owner who sells or sold
 * @param deal what it is about
 * @param visits the stages that it went through, in order; the last is where it stands
 * @param lossReason why it was lost, or null
 * @param custom the values of its custom fields
 */
@RecordBuilder
public record HistoricOpportunity(
    String externalId,
    String name,
    @Nullable CustomerId customer,
    Salesperson owner,
    Deal deal,
    List<Visit> visits,
    @Nullable String lossReason,
    CustomValues custom)
    implements HistoricOpportunityBuilder.With {

  public HistoricOpportunity {
    visits = List.copyOf(visits);
    Objects.requireNonNull(custom, "custom");
  }

  /** An opportunity that names no values of custom fields. */
  public HistoricOpportunity(
      String externalId,
      String name,
      @Nullable CustomerId customer,
      Salesperson owner,
      Deal deal,
      List<Visit> visits,
      @Nullable String lossReason) {
    this(externalId, name, customer, owner, deal, visits, lossReason, CustomValues.none());
  }

  /**
   * A stage that was entered.
   *
   * @param stage its code
   * @param enteredOn the tenant's date, or null if not known: then it counts as entered when it is
   *     recorded, which only a single visit may
   */
  public record Visit(String stage, @Nullable LocalDate enteredOn) {}
}
