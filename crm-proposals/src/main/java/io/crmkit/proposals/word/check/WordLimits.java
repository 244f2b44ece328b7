package io.crmkit.proposals.word.check;

/**
 * How large an incoming Word file may be, in every direction a hostile file can grow.
 *
 * @param fileBytes size of the file as it came
 * @param entries number of entries in the archive
 * @param totalBytes size of everything unpacked
 * @param partBytes size of one unpacked entry
 * @param xmlBytes size of one unpacked XML part
 * @param ratio how many times its packed size one entry may unpack to; applies past one megabyte,
 *     because small XML parts honestly compress very well
 * @param xmlDepth how deep elements may be nested
 */
public record WordLimits(
    long fileBytes,
    int entries,
    long totalBytes,
    long partBytes,
    long xmlBytes,
    int ratio,
    int xmlDepth) {

  private static final long MEGABYTE = 1024L * 1024L;

  /** Limits that suit a proposal with many pictures: 64 MB packed, 256 MB unpacked. */
  public static final WordLimits DEFAULT =
      new WordLimits(64 * MEGABYTE, 4_000, 256 * MEGABYTE, 96 * MEGABYTE, 32 * MEGABYTE, 200, 256);

  /**
   * Checks that every limit is positive.
   *
   * @throws IllegalArgumentException if one is not
   */
  public WordLimits {
    if (fileBytes <= 0
        || entries <= 0
        || totalBytes <= 0
        || partBytes <= 0
        || xmlBytes <= 0
        || ratio <= 0
        || xmlDepth <= 0) {
      throw new IllegalArgumentException("Every limit must be positive");
    }
  }
}
