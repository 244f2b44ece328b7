package io.crmkit.api.sales.order;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the ERP has said.
 *
 * @param erpNumber its number of the order, or null
 * @param refusal why it refused or cancelled, or null
 * @param executedOn the date of the first carrying out, or null
 * @param invoiceNumber its number of the invoice, or null
 * @param invoicedOn the date of the invoice, or null
 * @param paidOn the date of the payment, or null
 */
@RecordBuilder
public record ErpFacts(
    @Nullable String erpNumber,
    @Nullable String refusal,
    @Nullable LocalDate executedOn,
    @Nullable String invoiceNumber,
    @Nullable LocalDate invoicedOn,
    @Nullable LocalDate paidOn)
    implements ErpFactsBuilder.With {

  public static ErpFacts none() {
    return new ErpFacts(null, null, null, null, null, null);
  }
}
