package io.crmkit.api.event;

import io.crmkit.api.value.EntityRef;

/**
 * Something that happened. Implementations are records annotated with {@link EventName}, whose
 * components can be written as JSON: ids, values, texts, numbers, times, lists of these.
 */
public interface CrmEvent {

  /** The record that it happened to. Events of one subject are delivered in their order. */
  EntityRef subject();
}
