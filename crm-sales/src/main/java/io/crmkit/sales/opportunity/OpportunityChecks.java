package io.crmkit.sales.opportunity;

import io.crmkit.api.sales.opportunity.AmendOpportunity;
import io.crmkit.api.sales.opportunity.Deal;
import io.crmkit.api.sales.opportunity.LoseOpportunity;
import io.crmkit.api.sales.opportunity.OpenOpportunity;
import io.crmkit.api.sales.opportunity.Salesperson;
import io.crmkit.sales.validation.Faults;

/** Finds every fault of the commands of opportunities. */
final class OpportunityChecks {

  private OpportunityChecks() {}

  static void check(OpenOpportunity command) {
    Faults faults = new Faults();
    faults.text("name", command.name(), 200);
    if (command.owner() != null) {
      owner(faults, "owner.", command.owner());
    }
    deal(faults, "deal.", command.deal());
    faults.answers("answers", command.answers());
    faults.raise();
  }

  static void check(AmendOpportunity command) {
    Faults faults = new Faults();
    faults.text("name", command.name(), 200);
    owner(faults, "owner.", command.owner());
    deal(faults, "deal.", command.deal());
    faults.answers("answers", command.answers());
    faults.raise();
  }

  static void check(LoseOpportunity command) {
    new Faults().text("reason", command.reason(), 500).raise();
  }

  static void owner(Faults faults, String path, Salesperson owner) {
    faults.text(path + "person", owner.person(), 128);
    faults.optional(path + "team", owner.team(), 100);
    faults.optional(path + "region", owner.region(), 100);
  }

  static void deal(Faults faults, String path, Deal deal) {
    if (deal.amount() != null && deal.amount().isNegative()) {
      faults.add(path + "amount", "must not be negative");
    }
    faults.optional(path + "productName", deal.productName(), 300);
  }
}
