package io.crmkit.api.customer;

import io.crmkit.api.CrmSession;
import org.jspecify.annotations.Nullable;

/**
 * A port: the country whose telephone numbers people write without a country code. A host that does
 * not answer gets the country of the tenant's language or, if that names none, of its currency: CNY
 * is China; EUR is no single country. Must be thread-safe.
 */
@FunctionalInterface
public interface PhoneRegion {

  /**
   * The ISO 3166 code, two capital letters; null if there is none, in which case only numbers with
   * a country code are understood.
   */
  @Nullable String of(CrmSession session);
}
