package io.crmkit.assets.asset;

import static io.crmkit.api.asset.AssetStatus.DISSOLVED;
import static io.crmkit.api.asset.AssetStatus.INSTALLED;
import static io.crmkit.api.asset.AssetStatus.IN_OPERATION;
import static io.crmkit.api.asset.AssetStatus.IN_REPAIR;
import static io.crmkit.api.asset.AssetStatus.LOST;
import static io.crmkit.api.asset.AssetStatus.ON_LOAN;
import static io.crmkit.api.asset.AssetStatus.PROVISIONAL;
import static io.crmkit.api.asset.AssetStatus.REPLACED;
import static io.crmkit.api.asset.AssetStatus.RETIRED;
import static io.crmkit.api.asset.AssetStatus.RETURNED;
import static io.crmkit.api.asset.AssetStatus.SHIPPED;
import static io.crmkit.api.asset.AssetStatus.STORED;
import static io.crmkit.api.asset.AssetStatus.UPGRADED;

import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.AssetStep;
import io.crmkit.core.spi.rule.StateTable;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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

  /** Another unit takes its place. */
  public static final String REPLACE = "replace";

  /** A better unit takes its place. */
  public static final String UPGRADE = "upgrade";

  /** It goes to somebody who uses it for a while. */
  public static final String LEND = "lend";

  /** It comes back from a loan. */
  public static final String GIVE_BACK = "give-back";

  /** Title to it passes to another customer. */
  public static final String TRANSFER = "transfer";

  /** How a unit comes to a customer. */
  public static final Set<String> BEGINNINGS =
      Set.of(REGISTER, PROVISION, TRANSFER, LEND, GIVE_BACK);

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
          .from(SHIPPED, INSTALLED, IN_OPERATION, IN_REPAIR, STORED, ON_LOAN)
          .to(RETURNED)
          .on(word(AssetStep.RETIRE))
          .from(SHIPPED, INSTALLED, IN_OPERATION, IN_REPAIR, STORED, ON_LOAN, LOST)
          .to(RETIRED)
          .on(word(AssetStep.LOSE))
          .from(SHIPPED, INSTALLED, IN_OPERATION, IN_REPAIR, STORED, ON_LOAN)
          .to(LOST)
          .on(word(AssetStep.FIND))
          .from(LOST)
          .to(STORED)
          .on(REPLACE)
          .from(SHIPPED, INSTALLED, IN_OPERATION, IN_REPAIR, STORED, LOST)
          .to(REPLACED)
          .on(UPGRADE)
          .from(SHIPPED, INSTALLED, IN_OPERATION, IN_REPAIR, STORED)
          .to(UPGRADED)
          .on(LEND)
          .from(SHIPPED, INSTALLED, STORED)
          .to(ON_LOAN)
          .on(GIVE_BACK)
          .from(ON_LOAN)
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

  /** Where something other than a step leads; empty if it is not possible. */
  public static Optional<AssetStatus> after(AssetStatus from, String what) {
    return TABLE.next(from, what);
  }

  /** Whether the unit leaves the installed base by this step. */
  static boolean leaves(AssetStep step) {
    return step == AssetStep.RETURN || step == AssetStep.RETIRE || step == AssetStep.LOSE;
  }
}
