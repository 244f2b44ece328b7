package io.crmkit.api.asset;

import java.util.Objects;

/**
 * Makes a warranty longer.
 *
 * @param id the warranty
 * @param version as the caller read it
 * @param months by how much, one or more
 */
public record ExtendWarranty(WarrantyId id, long version, int months) {

  public ExtendWarranty {
    Objects.requireNonNull(id, "id");
  }
}
