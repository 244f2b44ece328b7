package io.crmkit.api.sales.quote;

import io.crmkit.api.field.CustomValues;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Objects;

/**
 * One revision of an offer.
 *
 * @param id this revision
 * @param version rises with every change
 * @param heading which quote it is
 * @param status how far it has come
 * @param terms on what terms it is offered
 * @param decision what was decided about it
 * @param totals what it comes to
 * @param lines what is offered, a bundle's components right after the bundle's line
 * @param taxes the tax by rate, the lowest rate first
 * @param custom the values of its custom fields
 */
@RecordBuilder
public record Quote(
    QuoteId id,
    long version,
    QuoteHeading heading,
    QuoteStatus status,
    QuoteTerms terms,
    QuoteDecision decision,
    QuoteTotals totals,
    List<QuoteLine> lines,
    List<TaxLine> taxes,
    CustomValues custom)
    implements QuoteBuilder.With {

  public Quote {
    lines = List.copyOf(lines);
    taxes = List.copyOf(taxes);
    Objects.requireNonNull(custom, "custom");
  }
}
