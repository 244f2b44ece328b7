package io.crmkit.assets.check;

import java.text.Normalizer;
import java.util.Locale;

/**
 * How what is marked on things is compared, serial numbers and slots: people type full-width
 * letters, spaces and either case for the same mark.
 */
public final class Codes {

  /** The longest mark of a slot, as written and as compared. */
  public static final int MAX_SLOT = 60;

  private Codes() {}

  /** The form in which marks are compared. */
  public static String normalised(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
  }

  /** Checks a text that shall fit, as written and as compared. */
  public static void check(Faults faults, String path, String text, int max) {
    faults.text(path, text, max);
    if (text.length() <= max && normalised(text).length() > max) {
      faults.add(path, "must not be longer than " + max + " characters");
    }
  }
}
