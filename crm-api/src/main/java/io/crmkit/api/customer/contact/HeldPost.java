package io.crmkit.api.customer.contact;

import io.crmkit.api.customer.DateSpan;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Objects;

/**
 * A post and the days during which it was held.
 *
 * @param post what somebody was
 * @param period when
 */
@RecordBuilder
public record HeldPost(Post post, DateSpan period) implements HeldPostBuilder.With {

  public HeldPost {
    Objects.requireNonNull(post, "post");
    Objects.requireNonNull(period, "period");
  }
}
