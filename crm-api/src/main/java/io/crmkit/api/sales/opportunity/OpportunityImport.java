package io.crmkit.api.sales.opportunity;

import io.crmkit.api.module.ProvidedBy;

/** Takes over opportunities with their past. As safe for threads as the session it came from. */
@ProvidedBy("io.crmkit:crm-sales")
public interface OpportunityImport {

  /**
   * Takes the good rows of a chunk in one unit of work, each with its history, and reports the bad
   * ones. Rows whose external id is there already are left alone, so that a chunk may be sent
   * again; the values that they bring for custom fields are not looked at. Guards are not asked and
   * no events are told, since all of it is past.
   *
   * @throws io.crmkit.api.error.InvalidInput if the chunk itself is malformed
   * @throws io.crmkit.api.error.Refused {@code PIPELINE_UNKNOWN}
   */
  ImportedChunk take(ImportOpportunities chunk);
}
