package io.crmkit.api.sales.lead;

/** The way a need came in. */
public enum LeadChannel {
  WEB_FORM,
  CALL,
  EMAIL,
  LETTER,
  FAIR,
  ADVERTISEMENT,
  PARTNER,
  OTHER
}
