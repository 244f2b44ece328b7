package io.crmkit.assets.asset;

import static io.crmkit.api.asset.AssetStatus.DISSOLVED;
import static io.crmkit.api.asset.AssetStatus.INSTALLED;
import static io.crmkit.api.asset.AssetStatus.IN_OPERATION;
import static io.crmkit.api.asset.AssetStatus.IN_REPAIR;
import static io.crmkit.api.asset.AssetStatus.LOST;
import static io.crmkit.api.asset.AssetStatus.PROVISIONAL;
import static io.crmkit.api.asset.AssetStatus.RETIRED;
import static io.crmkit.api.asset.AssetStatus.RETURNED;
import static io.crmkit.api.asset.AssetStatus.SHIPPED;
import static io.crmkit.api.asset.AssetStatus.STORED;

import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.AssetStep;
import io.crmkit.core.spi.rule.StateTable;
import java.util.Locale;
import java.util.Optional;

/** The life of a unit as a table. */
public final class AssetStates {

  /** Title passes. */
  public static final String PROMOTE = "promote";

  /** The promise came to nothing. */
  public static final String DISSOLVE = "dissolve";

  /** What came to nothing is promised again. */
  public static final String REVIVE = "revive";

  /** A unit that nobody promised comes into the register. */
  public static final String REGISTER = "register";

  /** A unit is promised. */
  public static final String PROVISION = "provision";

  public static final StateTable<AssetStatus> TABLE =
      StateTable.startingAt(PROVISIONAL)
          .on(PROMOTE)
          .from(PROVISIONAL, DISSOLVED)
          .to(SHIPPED)
          .on(DISSOLVE)
          .from(PROVISIONAL)
          .to(DISSOLVED)
          .on(REVIVE)
          .from(DISSOLVED)
          .to(PROVISIONAL)
          .on(word(AssetStep.INSTALL))
          .from(SHIPPED, STORED)
          .to(INSTALLED)
          .on(word(AssetStep.START))
          .from(SHIPPED, INSTALLED, STORED)
          .to(IN_OPERATION)
          .on(word(AssetStep.TAKE_INTO_REPAIR))
          .from(SHIPPED, INSTALLED, IN_OPERATION, STORED)
          .to(IN_REPAIR)
          .on(word(AssetStep.FINISH_REPAIR))
          .from(IN_REPAIR)
          .to(IN_OPERATION)
          .on(word(AssetStep.STORE))
          .from(SHIPPED, INSTALLED, IN_OPERATION, IN_REPAIR)
          .to(STORED)
          .on(word(AssetStep.RETURN))
          .from(SHIPPED, INSTALLED, IN_OPERATION, IN_REPAIR, STORED)
          .to(RETURNED)
          .on(word(AssetStep.RETIRE))
          .from(SHIPPED, INSTALLED, IN_OPERATION, IN_REPAIR, STORED, LOST)
          .to(RETIRED)
          .on(word(AssetStep.LOSE))
          .from(SHIPPED, INSTALLED, IN_OPERATION, IN_REPAIR, STORED)
          .to(LOST)
          .on(word(AssetStep.FIND))
          .from(LOST)
          .to(STORED)
          .build();

  private AssetStates() {}

  /** The table's trigger for a step, which also is the cause written into its fact. */
  static String word(AssetStep step) {
    return step.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Where the step leads; empty if it is not possible. */
  static Optional<AssetStatus> next(AssetStatus from, AssetStep step) {
    return TABLE.next(from, word(step));
  }

  /** Whether the unit leaves the installed base by this step. */
  static boolean leaves(AssetStep step) {
    return step == AssetStep.RETURN || step == AssetStep.RETIRE || step == AssetStep.LOSE;
  }
}
