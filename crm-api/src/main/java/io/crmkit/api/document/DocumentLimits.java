package io.crmkit.api.document;

/**
 * How much may be stored. A host that wants other limits gives its own as a port: {@code
 * builder.port(DocumentLimits.class, new DocumentLimits(10_000_000))}.
 *
 * @param maxBytes the size of the largest file, at least 1
 */
public record DocumentLimits(long maxBytes) {

  /** 64 MiB. */
  public static final long STANDARD_MAX_BYTES = 64L << 20;

  /**
   * @throws IllegalArgumentException if the limit is not positive
   */
  public DocumentLimits {
    if (maxBytes < 1) {
      throw new IllegalArgumentException("a limit is positive: " + maxBytes);
    }
  }

  public static DocumentLimits standard() {
    return new DocumentLimits(STANDARD_MAX_BYTES);
  }
}
