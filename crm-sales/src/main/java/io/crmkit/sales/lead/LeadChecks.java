package io.crmkit.sales.lead;

import io.crmkit.api.sales.lead.AmendLead;
import io.crmkit.api.sales.lead.CaptureLead;
import io.crmkit.api.sales.lead.LeadNeed;
import io.crmkit.api.sales.lead.Prospect;
import io.crmkit.api.sales.lead.ScoreLead;
import io.crmkit.sales.validation.Faults;

/** Finds every fault of the commands of leads. */
final class LeadChecks {

  private static final int WHY = 500;

  private LeadChecks() {}

  static void check(CaptureLead command) {
    Faults faults = new Faults();
    faults.text("source", command.source(), 100);
    faults.optional("externalKey", command.externalKey(), 200);
    faults.optional("campaign", command.campaign(), 100);
    faults.optional("owner", command.owner(), 128);
    prospect(faults, "form.prospect.", command.form().prospect());
    need(faults, "form.need.", command.form().need());
    faults.answers("form.answers", command.form().answers());
    faults.raise();
  }

  static void check(AmendLead command) {
    Faults faults = new Faults();
    prospect(faults, "prospect.", command.prospect());
    need(faults, "need.", command.need());
    faults.raise();
  }

  static void check(ScoreLead command) {
    new Faults().upTo("score", command.score(), 100).text("why", command.why(), WHY).raise();
  }

  static void owner(String owner) {
    new Faults().text("owner", owner, 128).raise();
  }

  static void why(String why) {
    new Faults().text("why", why, WHY).raise();
  }

  private static void prospect(Faults faults, String path, Prospect prospect) {
    faults.optional(path + "organization", prospect.organization(), 200);
    faults.optional(path + "person", prospect.person(), 200);
    faults.optional(path + "jobTitle", prospect.jobTitle(), 200);
    faults.optional(path + "email", prospect.email(), 320);
    faults.optional(path + "phone", prospect.phone(), 100);
    faults.optional(path + "city", prospect.city(), 100);
    String country = prospect.country();
    if (country != null && !country.matches("[A-Z]{2}")) {
      faults.add(path + "country", "must be an ISO 3166 code of two capital letters");
    }
    if (prospect.organization() == null
        && prospect.person() == null
        && prospect.email() == null
        && prospect.phone() == null) {
      faults.add(
          path.substring(0, path.length() - 1),
          "must name an organization, a person, an e-mail address or a telephone number");
    }
  }

  private static void need(Faults faults, String path, LeadNeed need) {
    faults.optional(path + "topic", need.topic(), 200);
    faults.optional(path + "description", need.description(), 4_000);
    faults.optional(path + "product", need.product(), 200);
    if (need.budget() != null && need.budget().isNegative()) {
      faults.add(path + "budget", "must not be negative");
    }
  }
}
