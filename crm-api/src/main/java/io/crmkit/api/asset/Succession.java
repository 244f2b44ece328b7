package io.crmkit.api.asset;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Which unit a unit took the place of, and which took its own: links both ways, so that service
 * finds the whole line of units that stood in one place. At least one of the two is given.
 *
 * @param replaces the unit whose place this one took; null if it came anew
 * @param replacedBy the unit that took this one's place; null if none did
 */
@RecordBuilder
public record Succession(@Nullable AssetId replaces, @Nullable AssetId replacedBy)
    implements SuccessionBuilder.With {

  public Succession {
    if (replaces == null && replacedBy == null) {
      throw new IllegalArgumentException("a succession has a unit before or after");
    }
  }
}
