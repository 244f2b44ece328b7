package io.crmkit.api.sales.pipeline;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A guard that a stage asks, such as {@code decision-maker-met} with {@code days=30}. Guards come
 * from sales ({@link StandardGuards}) and from plugins, at {@code OpportunityMove.POINT}.
 *
 * @param guard its key
 * @param parameters its parameters by name
 */
public record StageGuard(String guard, Map<String, String> parameters) {

  public StageGuard {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
  }

  /** A guard without parameters. */
  public static StageGuard of(String guard) {
    return new StageGuard(guard, Map.of());
  }

  /** This guard with one more parameter. */
  public StageGuard with(String name, Object value) {
    Map<String, String> more = new LinkedHashMap<>(parameters);
    more.put(name, String.valueOf(value));
    return new StageGuard(guard, more);
  }
}
