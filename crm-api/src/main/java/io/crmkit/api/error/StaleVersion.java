package io.crmkit.api.error;

import io.crmkit.api.value.EntityRef;

/** The record has been changed since the caller read it. Read it again and decide anew. */
public final class StaleVersion extends CrmException {

  private static final long serialVersionUID = 1L;

  private final transient EntityRef ref;
  private final long expected;

  public StaleVersion(EntityRef ref, long expected) {
    super("changed by someone else since version " + expected + ": " + ref);
    this.ref = ref;
    this.expected = expected;
  }

  public EntityRef ref() {
    return ref;
  }

  /** The version that the caller held. */
  public long expected() {
    return expected;
  }
}
