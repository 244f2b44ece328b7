package io.crmkit.sales.lead;

import io.crmkit.api.sales.SalesEntities;
import io.crmkit.api.sales.SalesReason;
import io.crmkit.api.sales.lead.Lead;
import io.crmkit.core.spi.storage.Entity;

/** The declaration of leads. */
public final class LeadEntities {

  // begin docs/architecture.md
  public static final Entity<Lead> LEADS =
      Entity.of(Lead.class, SalesEntities.LEAD, "crm_lead")
          .json("form")
          .copies("form.prospect", "prospect")
          .copies("form.need", "need")
          .unique(SalesReason.LEAD_KEY_TAKEN, "origin.source", "origin.externalKey")
          .indexed("conversion.customer", "state.status")
          .personal(
              "prospect.person", "prospect.email", "prospect.phone", "prospect.jobTitle", "form")
          .mentionsPeopleIn("form", "need.topic", "need.description", "state.reason")
          .rootOfAccess();

  // end docs/architecture.md

  private LeadEntities() {}
}
