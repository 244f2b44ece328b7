package io.crmkit.api.error;

/** The host's access policy does not let this actor do this. */
public final class AccessDenied extends CrmException {

  private static final long serialVersionUID = 1L;

  private final String operation;
  private final String entity;

  public AccessDenied(String operation, String entity, String reason) {
    super(operation + " " + entity + " denied: " + reason);
    this.operation = operation;
    this.entity = entity;
  }

  /** What was attempted: read, create, change or delete. */
  public String operation() {
    return operation;
  }

  /** The stable name of the entity. */
  public String entity() {
    return entity;
  }
}
