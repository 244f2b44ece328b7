package io.crmkit.api.customer.contact;

import io.crmkit.api.customer.ContactId;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is in an organization.
 *
 * @param title the position, such as {@code "Head of purchasing"}, up to 200 characters
 * @param department up to 200 characters
 * @param reportsTo the superior, a contact of the same organization, or null
 */
@RecordBuilder
public record Post(
    @Nullable String title, @Nullable String department, @Nullable ContactId reportsTo)
    implements PostBuilder.With {

  public static Post unknown() {
    return new Post(null, null, null);
  }

  public static Post titled(String title) {
    return new Post(title, null, null);
  }
}
