package io.crmkit.api.site;

/** Whether units can be put at a site. */
public enum SiteStatus {
  /** Units stand there, or may. */
  OPEN,
  /** It was given up: no unit can be put there any more. */
  CLOSED
}
