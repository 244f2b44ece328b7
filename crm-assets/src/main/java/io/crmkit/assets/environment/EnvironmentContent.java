package io.crmkit.assets.environment;

import io.crmkit.api.environment.EnvironmentCategory;
import io.crmkit.api.environment.EnvironmentSubject;
import io.crmkit.api.environment.EnvironmentValue;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a category had in it in one or more snapshots of a subject: either complete, or the
 * difference to a content that is complete.
 *
 * <p>A category seldom changes much between two looks, so that storing all of it each time would
 * fill the storage with copies. A chain of differences, each to the one before, would store the
 * least; but a reader would follow it to its beginning. So a difference is always to a complete
 * content, and grows until it is worth a complete one ({@link ContentPacking}): two reads are
 * enough for any snapshot, and one that is recorded late disturbs no other. Contents are not shared
 * among subjects, since each is for those to see who may see its subject.
 *
 * @param id the content
 * @param version always 1
 * @param subject whose environment
 * @param category of what
 * @param base the complete content to which this is the difference; null if this is complete
 * @param entries the items, or the difference
 */
public record EnvironmentContent(
    EnvironmentContentId id,
    long version,
    EnvironmentSubject subject,
    EnvironmentCategory category,
    @Nullable EnvironmentContentId base,
    List<Entry> entries) {

  public EnvironmentContent {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(category, "category");
    entries = List.copyOf(entries);
  }

  /**
   * One item, or what became of it.
   *
   * @param itemKey its name within the category
   * @param value what there is of it; null if it is not there, though it is in the base
   */
  public record Entry(String itemKey, @Nullable EnvironmentValue value) {
    public Entry {
      Objects.requireNonNull(itemKey, "itemKey");
    }
  }
}
