package io.crmkit.core.kernel.lab;

import io.crmkit.api.value.Bytes;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Specimens with anything in them, and nothing in some places. */
public final class RandomSpecimens {

  private RandomSpecimens() {}

  /** A new one. */
  public static Specimen next(Random random, UUID id) {
    return filled(random, Specimen.of(id, "label " + id));
  }

  /** The same record with other content; its label stays, being its own. */
  public static Specimen changed(Random random, Specimen before) {
    return filled(random, before);
  }

  private static Specimen filled(Random random, Specimen base) {
    return new Specimen(
        base.id(),
        base.version(),
        random.nextInt(3) == 0 ? "label " + uuid(random) : base.label(),
        new Specimen.Measures(
            random.nextInt(3),
            random.nextLong(),
            random.nextBoolean(),
            new BigDecimal(random.nextInt(1_000)).movePointLeft(random.nextInt(4)),
            grade(random)),
        maybe(random, () -> extras(random)),
        new Specimen.Links(
            maybe(random, () -> new SpecimenId(uuid(random))),
            maybe(random, () -> new KeeperId(uuid(random))),
            maybe(random, () -> new EntityRef("lab.tag", uuid(random)))),
        samples(random),
        random.nextBoolean() ? Map.of() : Map.of("a", word(random), "ä", "中 \"' \n"));
  }

  private static Specimen.Extras extras(Random random) {
    return new Specimen.Extras(
        word(random) + uuid(random),
        maybe(random, () -> random.nextInt(9)),
        maybe(random, random::nextBoolean),
        maybe(random, () -> Money.of(random.nextInt(99) + ".50", "EUR")),
        maybe(
            random,
            () ->
                new Specimen.Times(
                    maybe(random, () -> Instant.ofEpochMilli(random.nextInt())),
                    maybe(random, () -> LocalDate.ofEpochDay(random.nextInt(20_000))),
                    maybe(random, () -> Duration.ofSeconds(random.nextInt(9_000))))),
        maybe(
            random,
            () ->
                new Specimen.Place(
                    maybe(random, () -> ZoneId.of("Asia/Shanghai")),
                    maybe(random, () -> Locale.GERMANY),
                    maybe(random, () -> Currency.getInstance("CNY")),
                    maybe(random, () -> uuid(random)))),
        maybe(random, () -> Bytes.copyOf(word(random).getBytes(StandardCharsets.UTF_8))),
        maybe(random, () -> grade(random)));
  }

  private static List<Sample> samples(Random random) {
    List<Sample> samples = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      samples.add(
          new Sample(
              word(random),
              grade(random),
              maybe(random, () -> new BigDecimal(random.nextInt(50))),
              maybe(random, () -> Money.of(random.nextInt(9), "USD")),
              maybe(random, () -> LocalDate.ofEpochDay(random.nextInt(20_000))),
              maybe(random, () -> new KeeperId(uuid(random)))));
    }
    return samples;
  }

  private static Grade grade(Random random) {
    return Grade.values()[random.nextInt(Grade.values().length)];
  }

  private static String word(Random random) {
    return List.of("", "a", "[erased]", "王", "x\ny", "null").get(random.nextInt(6));
  }

  private static UUID uuid(Random random) {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private static <V> @Nullable V maybe(Random random, Supplier<V> value) {
    return random.nextInt(3) == 0 ? null : value.get();
  }
}
