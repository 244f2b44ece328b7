package io.crmkit.proposals.word.copy;

import java.util.Locale;
import java.util.Set;

/** Which addresses a hyperlink may have. */
public final class Links {

  private static final Set<String> UNSAFE =
      Set.of("javascript", "vbscript", "data", "ms-msdt", "search-ms", "ms-officecmd");

  private Links() {}

  /** Whether an address may stay in a document; relative ones and ordinary schemes may. */
  public static boolean isSafe(String address) {
    StringBuilder bare = new StringBuilder();
    address.chars().filter(c -> c > 0x20).forEach(c -> bare.append((char) c));
    int colon = bare.indexOf(":");
    if (colon < 0) {
      return true;
    }
    return !UNSAFE.contains(bare.substring(0, colon).toLowerCase(Locale.ROOT));
  }
}
