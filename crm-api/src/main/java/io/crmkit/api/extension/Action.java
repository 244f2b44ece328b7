package io.crmkit.api.extension;

import io.crmkit.api.CrmSession;
import java.util.Map;

/**
 * Does something at a step of a workflow, in the transaction of the command that takes the step: if
 * it fails, the step is not taken. What can wait, or calls other systems, is better done by a
 * durable subscriber. Must be thread-safe.
 */
@FunctionalInterface
public interface Action<C> {

  /**
   * @param session joined to the transaction of the command
   * @param context the record after the step
   * @param parameters as written in the workflow's definition
   * @throws io.crmkit.api.error.Refused to refuse the step
   */
  void run(CrmSession session, C context, Map<String, String> parameters);
}
