package io.crmkit.core.kernel.work;

import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.core.kernel.json.Json;
import io.crmkit.core.kernel.json.RawJson;
import io.crmkit.core.kernel.work.KernelEntities.StoredEvent;
import io.crmkit.core.spi.module.EventUpcaster;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes events of what is stored, lifting old versions to the present one. */
final class EventReader {

  private final Extensions.Durable durable;

  EventReader(Extensions.Durable durable) {
    this.durable = durable;
  }

  /**
   * @throws IllegalStateException if no module knows the event, or its version
   */
  CrmEvent read(StoredEvent stored) {
    Class<? extends CrmEvent> type = durable.events().get(stored.name());
    if (type == null) {
      throw new IllegalStateException("no module knows the event " + stored.name());
    }
    int version = Objects.requireNonNull(type.getAnnotation(EventName.class)).version();
    RawJson payload = stored.payload();
    return (CrmEvent)
        (stored.eventVersion() == version
            ? payload.as(type)
            : RawJson.ofText(lifted(stored, version)).as(type));
  }

  private String lifted(StoredEvent stored, int version) {
    SortedMap<Integer, EventUpcaster> steps =
        durable.upcasters().getOrDefault(stored.name(), new TreeMap<>());
    @SuppressWarnings("unchecked")
    Map<String, Object> content =
        (Map<String, Object>) Json.read(stored.payload().text(), Map.class);
    for (int from = stored.eventVersion(); from != version; from++) {
      EventUpcaster step = steps.get(from);
      if (step == null) {
        throw new IllegalStateException(
            "version "
                + stored.eventVersion()
                + " of the event "
                + stored.name()
                + " cannot be read here, where it is at version "
                + version);
      }
      content = step.upcast(content);
    }
    return Json.write(content);
  }
}
