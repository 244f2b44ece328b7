package io.crmkit.api.service.calendar;

import io.crmkit.api.value.EntityId;
import java.util.Objects;
import java.util.UUID;

/** The id of one revision of a business calendar. */
public record BusinessCalendarId(UUID value) implements EntityId {

  public BusinessCalendarId {
    Objects.requireNonNull(value, "value");
  }

  public static BusinessCalendarId of(String text) {
    return new BusinessCalendarId(UUID.fromString(text));
  }
}
