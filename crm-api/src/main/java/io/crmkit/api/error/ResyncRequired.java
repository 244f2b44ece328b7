package io.crmkit.api.error;

/**
 * A reader of the change feed has been away for longer than changes are kept, or holds a cursor of
 * another database. What it has must be read in full again.
 */
public final class ResyncRequired extends CrmException {

  private static final long serialVersionUID = 1L;

  public ResyncRequired(String message) {
    super(message);
  }
}
