package io.crmkit.api.customer.contact;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A contact's standing influence. What they are in one purchase belongs to the opportunity.
 *
 * @param role the part they usually play, or null if that is not known
 * @param stance what they think of us
 * @param weight how much their word counts, 1 (little) to 5 (much), or null if that is not known
 */
@RecordBuilder
public record Influence(@Nullable InfluenceRole role, Stance stance, @Nullable Integer weight)
    implements InfluenceBuilder.With {

  public Influence {
    Objects.requireNonNull(stance, "stance");
  }

  public static Influence unknown() {
    return new Influence(null, Stance.UNKNOWN, null);
  }

  public static Influence of(InfluenceRole role) {
    return new Influence(role, Stance.UNKNOWN, null);
  }
}
