package io.crmkit.core.kernel.lab;

import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventName;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event with the kinds of components that events may have. */
@EventName("lab.measured")
public record Measured(SpecimenId specimen, long number, @Nullable Details details)
    implements CrmEvent {

  public record Details(
      Money price,
      Instant at,
      LocalDate day,
      Grade grade,
      List<Sample> samples,
      Map<String, String> words) {}

  public static Measured of(SpecimenId specimen, long number) {
    return new Measured(specimen, number, null);
  }

  @Override
  public EntityRef subject() {
    return EntityRef.of("lab.specimen", specimen);
  }
}
