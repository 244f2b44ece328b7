package io.crmkit.core.kernel.lab;

import io.crmkit.api.value.Bytes;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every kind of component that an entity may have. */
public record Specimen(
    SpecimenId id,
    long version,
    String label,
    Measures measures,
    @Nullable Extras extras,
    Links links,
    List<Sample> samples,
    Map<String, String> notes) {

  public Specimen {
    samples = List.copyOf(samples);
    notes = Map.copyOf(notes);
  }

  /** A nested record that is always there. */
  public record Measures(int count, long total, boolean checked, BigDecimal ratio, Grade grade) {}

  /** A nested record that may be absent, and so may all in it but the remark. */
  public record Extras(
      String remark,
      @Nullable Integer rank,
      @Nullable Boolean rare,
      @Nullable Money price,
      @Nullable Times times,
      @Nullable Place place,
      @Nullable Bytes image,
      @Nullable Grade wish) {}

  public record Times(
      @Nullable Instant seenAt, @Nullable LocalDate due, @Nullable Duration exposure) {}

  public record Place(
      @Nullable ZoneId zone,
      @Nullable Locale language,
      @Nullable Currency currency,
      @Nullable UUID token) {}

  /** References to other records. */
  public record Links(
      @Nullable SpecimenId parent, @Nullable KeeperId keeper, @Nullable EntityRef about) {

    public static final Links NONE = new Links(null, null, null);
  }

  public static Specimen of(UUID id, String label) {
    return new Specimen(
        new SpecimenId(id),
        0,
        label,
        new Measures(1, 1L, false, BigDecimal.ONE, Grade.FINE),
        null,
        Links.NONE,
        List.of(),
        Map.of());
  }

  public Specimen withLabel(String x) {
    return new Specimen(id, version, x, measures, extras, links, samples, notes);
  }

  public Specimen withMeasures(Measures x) {
    return new Specimen(id, version, label, x, extras, links, samples, notes);
  }

  public Specimen withTotal(long x) {
    return withMeasures(
        new Measures(measures.count(), x, measures.checked(), measures.ratio(), measures.grade()));
  }

  public Specimen withRatio(String x) {
    return withMeasures(
        new Measures(
            measures.count(),
            measures.total(),
            measures.checked(),
            new BigDecimal(x),
            measures.grade()));
  }

  public Specimen withExtras(@Nullable Extras x) {
    return new Specimen(id, version, label, measures, x, links, samples, notes);
  }

  public Specimen withRemark(@Nullable String remark) {
    return withExtras(
        remark == null ? null : new Extras(remark, null, null, null, null, null, null, null));
  }

  public Specimen withSeenAt(@Nullable Instant seenAt) {
    return withExtras(
        new Extras("seen", null, null, null, new Times(seenAt, null, null), null, null, null));
  }

  public Specimen withToken(@Nullable UUID token) {
    return withExtras(
        new Extras(
            "token", null, null, null, null, new Place(null, null, null, token), null, null));
  }

  public Specimen withLinks(Links x) {
    return new Specimen(id, version, label, measures, extras, x, samples, notes);
  }

  public Specimen withParent(@Nullable SpecimenId parent) {
    return withLinks(new Links(parent, links.keeper(), links.about()));
  }

  public Specimen withKeeper(@Nullable KeeperId keeper) {
    return withLinks(new Links(links.parent(), keeper, links.about()));
  }

  public Specimen withSamples(Sample... x) {
    return withSamples(List.of(x));
  }

  public Specimen withSamples(List<Sample> x) {
    return new Specimen(id, version, label, measures, extras, links, x, notes);
  }

  public Specimen withNotes(Map<String, String> x) {
    return new Specimen(id, version, label, measures, extras, links, samples, x);
  }
}
