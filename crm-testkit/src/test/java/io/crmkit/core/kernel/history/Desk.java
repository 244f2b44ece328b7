package io.crmkit.core.kernel.history;

import io.crmkit.core.kernel.history.Call.Ask;
import io.crmkit.core.kernel.history.Call.Outcome;
import java.util.List;

/** Answers what players ask, by commands of some module. */
interface Desk {

  /** Whether this is something that the module has a command for. */
  boolean knows(Ask ask);

  Outcome answer(Ask ask);

  /** The same in a host's transaction, which is rolled back when all is done. */
  Outcome answerInVain(List<Ask> asks);

  /** What there is in the end. */
  Accounts accounts();
}
