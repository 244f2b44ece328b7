package io.crmkit.api.sales.pipeline;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * An action that is run whenever an opportunity has entered a stage, when it is opened there, too.
 * Actions come from plugins, at {@code OpportunityEntered.POINT}.
 *
 * @param stage the code of the stage
 * @param action its key
 * @param parameters its parameters by name
 */
public record StageAction(String stage, String action, Map<String, String> parameters) {

  public StageAction {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
  }

  /** An action without parameters. */
  public static StageAction of(String stage, String action) {
    return new StageAction(stage, action, Map.of());
  }

  /** This action with one more parameter. */
  public StageAction with(String name, Object value) {
    Map<String, String> more = new LinkedHashMap<>(parameters);
    more.put(name, String.valueOf(value));
    return new StageAction(stage, action, more);
  }
}
