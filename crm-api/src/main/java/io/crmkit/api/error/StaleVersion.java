package io.crmkit.api.error;

import io.crmkit.api.value.EntityRef;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The record has been changed since the caller read it. Read it again and decide anew. */
public final class StaleVersion extends CrmException {

  private static final long serialVersionUID = 1L;

  private final transient EntityRef ref;
  private final long expected;
  private final @Nullable Long current;

  /** A record that is no longer at the expected version, whichever it is at. */
  public StaleVersion(EntityRef ref, long expected) {
    this(ref, expected, null);
  }

  /**
   * A record that was found at another version.
   *
   * @param current the version that it is at; null if that is not known, or it is gone
   */
  public StaleVersion(EntityRef ref, long expected, @Nullable Long current) {
    super("changed by someone else since version " + expected + ": " + ref);
    this.ref = ref;
    this.expected = expected;
    this.current = current;
  }

  public EntityRef ref() {
    return ref;
  }

  /** The version that the caller held. */
  public long expected() {
    return expected;
  }

  /** The version at which the record was found; empty if it was not looked at, or is gone. */
  public OptionalLong current() {
    return current == null ? OptionalLong.empty() : OptionalLong.of(current);
  }
}
