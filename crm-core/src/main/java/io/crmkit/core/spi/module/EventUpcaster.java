package io.crmkit.core.spi.module;

import java.util.Map;

/** Makes the content of a stored event into what its next version holds. Pure and thread-safe. */
@FunctionalInterface
public interface EventUpcaster {

  /**
   * @param content the event's JSON: texts, numbers, truth values, lists and maps of these; may be
   *     changed and returned
   */
  Map<String, Object> upcast(Map<String, Object> content);
}
