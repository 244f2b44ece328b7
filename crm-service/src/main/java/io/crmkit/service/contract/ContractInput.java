package io.crmkit.service.contract;

import io.crmkit.api.service.contract.ContractTerms;
import io.crmkit.api.service.contract.CoverageItem;
import io.crmkit.api.service.contract.DraftServiceContract;
import io.crmkit.api.service.contract.RenewServiceContract;
import io.crmkit.api.service.contract.ReviseServiceContract;
import io.crmkit.api.service.contract.TerminateServiceContract;
import io.crmkit.service.common.InputFaults;
import java.util.List;

/** Checks the form of commands, before anything is read. */
final class ContractInput {

  private static final int LONGEST_NUMBER = 64;
  private static final int LONGEST_SITE = 200;
  private static final int MOST_ITEMS = 10_000;

  private ContractInput() {}

  static void check(DraftServiceContract command) {
    InputFaults faults = new InputFaults().optionalName("number", command.number(), LONGEST_NUMBER);
    terms(faults, command.terms());
    coverage(faults, command.coverage());
    faults.orThrow();
  }

  static void check(ReviseServiceContract command) {
    InputFaults faults = new InputFaults();
    terms(faults, command.terms());
    coverage(faults, command.coverage());
    faults.orThrow();
  }

  static void check(RenewServiceContract command) {
    InputFaults faults = new InputFaults().optionalName("number", command.number(), LONGEST_NUMBER);
    terms(faults, command.terms());
    faults.orThrow();
  }

  static void check(TerminateServiceContract command) {
    new InputFaults().date("end", command.end()).orThrow();
  }

  private static void terms(InputFaults faults, ContractTerms terms) {
    faults.date("terms.start", terms.start()).date("terms.end", terms.end());
  }

  private static void coverage(InputFaults faults, List<CoverageItem> coverage) {
    faults.size("coverage", coverage, MOST_ITEMS);
    for (int i = 0; i < coverage.size(); i++) {
      faults.optionalName("coverage[" + i + "].site", coverage.get(i).site(), LONGEST_SITE);
    }
  }
}
