package io.crmkit.proposals.merge;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A file to be made.
 *
 * @param facts what the file says of itself, and how
 * @param fields the values of merge fields, as {@code MergeFieldSource} describes them
 * @param parts in order
 */
public record WordJob(Facts facts, Map<String, Object> fields, List<WordPart> parts) {
  public WordJob {
    fields = Map.copyOf(fields);
    parts = List.copyOf(parts);
  }

  /**
   * What the file says of itself, and how.
   *
   * @param title its title
   * @param author who wrote it
   * @param createdAt the only time that goes into the file
   * @param language of what the engine writes itself
   * @param zone in which moments become dates
   */
  public record Facts(
      String title, String author, Instant createdAt, Locale language, ZoneId zone) {}
}
