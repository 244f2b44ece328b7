package io.crmkit.proposals.word.copy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The ids and names given out in the merged document, by the space in which they must differ. Who
 * comes first keeps his. Not thread-safe.
 */
public final class IdBook {

  /** Where ids must differ from each other. */
  public enum Space {
    BOOKMARK,
    DRAWING,
    CONTROL,
    CHANGE,
    COMMENT
  }

  private static final int MAX_NAME = 40;

  private final Map<Space, Set<Long>> taken = new HashMap<>();
  private final Map<Space, Long> next = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> paragraphs = new HashSet<>();
  private final Set<String> shapes = new HashSet<>();

  /** The wished id if it is free, else the next free one. */
  public String claim(Space space, String wish) {
    Set<Long> used = taken.computeIfAbsent(space, s -> new HashSet<>());
    long id;
    try {
      id = Long.parseLong(wish.strip());
    } catch (NumberFormatException e) {
      id = -1;
    }
    boolean positive = space == Space.DRAWING || space == Space.CHANGE;
    boolean usable =
        id <= Integer.MAX_VALUE
            && (space == Space.CONTROL ? id >= Integer.MIN_VALUE && id != 0 : id >= 0)
            && (!positive || id > 0);
    if (!usable || !used.add(id)) {
      id = next.getOrDefault(space, 1L);
      while (!used.add(id)) {
        id++;
      }
      next.put(space, id + 1);
    }
    return Long.toString(id);
  }

  /** The wished bookmark name if it is free (upper and lower case being the same), else another. */
  public String claimName(String wish) {
    String name = wish.length() > MAX_NAME ? wish.substring(0, MAX_NAME) : wish;
    for (int n = 2; !names.add(name.toLowerCase(Locale.ROOT)); n++) {
      String suffix = "_" + n;
      int keep = Math.min(wish.length(), MAX_NAME - suffix.length());
      name = wish.substring(0, keep) + suffix;
    }
    return name;
  }

  /** Whether a paragraph id is seen for the first time. */
  boolean claimParagraph(String id) {
    return paragraphs.add(id);
  }

  /** The wished id of a drawn shape if it is free, else another. */
  String claimShape(String wish) {
    String id = wish;
    for (int n = 1; !shapes.add(id); n++) {
      id = wish + "_" + n;
    }
    return id;
  }
}
