package io.crmkit.proposals.merge;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A file to be made.
 *
 * @param title of the file
 * @param language of what the engine writes itself
 * @param createdAt the only time that goes into the file
 * @param fields the values of merge fields, as {@code MergeFieldSource} describes them
 * @param parts in order
 */
public record WordJob(
    String title,
    Locale language,
    Instant createdAt,
    Map<String, Object> fields,
    List<WordPart> parts) {
  public WordJob {
    fields = Map.copyOf(fields);
    parts = List.copyOf(parts);
  }
}
