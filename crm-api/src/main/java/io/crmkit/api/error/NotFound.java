package io.crmkit.api.error;

import io.crmkit.api.value.EntityRef;

/** There is no such record, or the caller may not know of it: the two look the same. */
public final class NotFound extends CrmException {

  private static final long serialVersionUID = 1L;

  private final transient EntityRef ref;

  public NotFound(EntityRef ref) {
    super("not found: " + ref);
    this.ref = ref;
  }

  public EntityRef ref() {
    return ref;
  }
}
