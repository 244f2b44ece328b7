package io.crmkit.assets.warranty;

import io.crmkit.api.product.WarrantyStart;
import io.crmkit.api.product.WarrantyTerms;
import io.crmkit.assets.check.Faults;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What terms of warranties must look like. Pure. */
public final class TermsChecks {

  /** A hundred years: more is a slip of the pen. */
  private static final Faults.Bounds MONTHS = new Faults.Bounds(1, 1_200);

  private static final int MAX_EXCLUSIONS = 50;

  private TermsChecks() {}

  /** Checks a list of terms, each of another kind. */
  public static void checkAll(Faults faults, String path, List<WarrantyTerms> terms) {
    Set<String> kinds = new HashSet<>();
    for (int i = 0; i < terms.size(); i++) {
      String each = path + "[" + i + "]";
      check(faults, each, terms.get(i));
      if (!kinds.add(terms.get(i).kind())) {
        faults.add(each + ".kind", "appears twice");
      }
    }
  }

  static void check(Faults faults, String path, WarrantyTerms terms) {
    faults.text(path + ".kind", terms.kind(), 40);
    faults.optional(path + ".covers", terms.covers(), 300);
    checkExclusions(faults, path + ".exclusions", terms.exclusions());
    faults.between(path + ".months", terms.months(), MONTHS);
    Integer latestStart = terms.latestStart();
    if (latestStart != null) {
      faults.between(path + ".latestStart", latestStart, MONTHS);
      if (!terms.begins().waits()) {
        faults.add(path + ".latestStart", "is for a start that waits only");
      }
    }
    if (terms.begins() == WarrantyStart.FIXED && terms.fixedOn() == null) {
      faults.add(path + ".fixedOn", "must be given for a fixed start");
    }
    if (terms.begins() != WarrantyStart.FIXED && terms.fixedOn() != null) {
      faults.add(path + ".fixedOn", "is for a fixed start only");
    }
  }

  private static void checkExclusions(Faults faults, String path, List<String> exclusions) {
    if (exclusions.size() > MAX_EXCLUSIONS) {
      faults.add(path, "must not be more than " + MAX_EXCLUSIONS);
    }
    Set<String> told = new HashSet<>();
    for (int i = 0; i < exclusions.size(); i++) {
      faults.text(path + "[" + i + "]", exclusions.get(i), 100);
      if (!told.add(exclusions.get(i))) {
        faults.add(path + "[" + i + "]", "appears twice");
      }
    }
  }

  static void checkMonths(Faults faults, String path, int months) {
    faults.between(path, months, MONTHS);
  }
}
