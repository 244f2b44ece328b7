package io.crmkit.api.extension;

import io.crmkit.api.CrmSession;
import io.crmkit.api.error.Reason;
import java.util.List;
import java.util.Map;

/**
 * Judges whether a step of a workflow may be taken. It reads through the session, in the
 * transaction of the command that asks, and changes nothing. Must be thread-safe.
 */
@FunctionalInterface
public interface Guard<C> {

  /**
   * @param session joined to the transaction of the command
   * @param context the record as it is and what is about to be done
   * @param parameters as written in the workflow's definition, such as {@code days=30}
   * @return every reason against it; empty to let it pass
   */
  List<Reason> check(CrmSession session, C context, Map<String, String> parameters);
}
