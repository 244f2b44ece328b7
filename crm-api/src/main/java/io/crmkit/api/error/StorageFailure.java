package io.crmkit.api.error;

/** The database failed for a reason that trying again at once will not mend. */
public final class StorageFailure extends CrmException {

  private static final long serialVersionUID = 1L;

  public StorageFailure(String message) {
    super(message);
  }

  public StorageFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
