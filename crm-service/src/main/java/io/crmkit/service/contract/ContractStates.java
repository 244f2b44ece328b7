package io.crmkit.service.contract;

import static io.crmkit.api.service.contract.ContractStatus.ACTIVE;
import static io.crmkit.api.service.contract.ContractStatus.DRAFT;
import static io.crmkit.api.service.contract.ContractStatus.SUSPENDED;
import static io.crmkit.api.service.contract.ContractStatus.TERMINATED;

import io.crmkit.api.service.contract.ContractStatus;
import io.crmkit.api.value.Label;
import io.crmkit.core.spi.rule.StateTable;

/** The life of a service contract, as a table. */
final class ContractStates {

  static final String ACTIVATE = "activate";
  static final String SUSPEND = "suspend";
  static final String RESUME = "resume";
  static final String TERMINATE = "terminate";
  static final String REVISE = "revise";

  static final StateTable<ContractStatus> TABLE =
      StateTable.startingAt(DRAFT)
          .on(REVISE)
          .from(DRAFT)
          .to(DRAFT)
          .on(ACTIVATE)
          .from(DRAFT)
          .to(ACTIVE)
          .on(SUSPEND)
          .from(ACTIVE)
          .to(SUSPENDED)
          .on(RESUME)
          .from(SUSPENDED)
          .to(ACTIVE)
          .on(TERMINATE)
          .from(ACTIVE, SUSPENDED)
          .to(TERMINATED)
          .build();

  private ContractStates() {}

  /** A step as it stands in a sentence. */
  static Label word(String step) {
    return switch (step) {
      case ACTIVATE -> new Label("activating", "启用");
      case SUSPEND -> new Label("suspending", "暂停");
      case RESUME -> new Label("resuming", "恢复");
      case TERMINATE -> new Label("terminating", "终止");
      case REVISE -> new Label("revising", "修改");
      default -> throw new IllegalArgumentException(step);
    };
  }
}
