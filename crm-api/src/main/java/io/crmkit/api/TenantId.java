package io.crmkit.api;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The host's own key for one of its customers, whose data is kept apart from all others'.
 *
 * @param value 1 to 64 characters, without white space at its ends
 */
public record TenantId(String value) {

  private static final int MAX_LENGTH = 64;

  /**
   * @throws IllegalArgumentException if the key is blank, padded or longer than 64 characters
   */
  public TenantId {
    Objects.requireNonNull(value, "value");
    if (value.isBlank() || value.length() > MAX_LENGTH || !value.strip().equals(value)) {
      throw new IllegalArgumentException("a tenant id has 1 to 64 characters: '" + value + "'");
    }
  }

  // Written out: a record's own two are linked when first called, which takes as long as a command.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TenantId tenant && tenant.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
