package io.crmkit.core.kernel.criteria;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.value.Money;
import io.crmkit.core.kernel.lab.Grade;
import io.crmkit.core.kernel.lab.Keeper;
import io.crmkit.core.kernel.lab.KeeperId;
import io.crmkit.core.kernel.lab.LabEntities;
import io.crmkit.core.kernel.lab.Sample;
import io.crmkit.core.kernel.lab.Specimen;
import io.crmkit.core.kernel.lab.SpecimenId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Random rows and random criteria, from one seed. */
final class Arbitrary {

  private final Random random;

  Arbitrary(long seed) {
    random = new Random(seed);
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private <T> T maybe(Supplier<T> value) {
    return random.nextInt(3) == 0 ? null : value.get();
  }

  private <T> List<T> several(int atMost, Supplier<T> value) {
    List<T> all = new ArrayList<>();
    int count = random.nextInt(atMost + 1);
    for (int i = 0; i < count; i++) {
      all.add(value.get());
    }
    return all;
  }

  List<Keeper> keepers() {
    List<Keeper> keepers = new ArrayList<>();
    for (int i = 0; i < random.nextInt(3); i++) {
      keepers.add(new Keeper(Attr.keeperId(i), 0, one(Attr.WORDS), maybe(() -> one(Attr.WORDS))));
    }
    return keepers;
  }

  /** Labels are made unique at their end; parents may be unknown, and may go in circles. */
  List<Specimen> specimens() {
    List<Specimen> specimens = new ArrayList<>();
    int count = random.nextInt(7);
    for (int i = 0; i < count; i++) {
      specimens.add(
          new Specimen(
              Attr.id(i),
              0,
              one(Attr.WORDS) + "abcdefg".charAt(i),
              new Specimen.Measures(
                  random.nextInt(4) - 1,
                  one(List.of(-1L, 0L, Long.MAX_VALUE)),
                  random.nextBoolean(),
                  one(Attr.NUMBERS),
                  one(List.of(Grade.values()))),
              maybe(() -> extras(specimens.size())),
              new Specimen.Links(
                  maybe(() -> one(Attr.SPECIMEN_IDS)), maybe(() -> one(Attr.KEEPER_IDS)), null),
              several(3, this::sample),
              Map.of()));
    }
    return specimens;
  }

  /** Ranks differ, since remark and rank are a unique key. */
  private Specimen.Extras extras(int rank) {
    return new Specimen.Extras(
        one(Attr.WORDS),
        maybe(() -> rank),
        maybe(random::nextBoolean),
        maybe(this::money),
        maybe(
            () ->
                new Specimen.Times(
                    maybe(() -> one(Attr.MOMENTS)), maybe(() -> one(Attr.DAYS)), null)),
        maybe(() -> new Specimen.Place(null, null, null, maybe(() -> one(Attr.TOKENS)))),
        null,
        null);
  }

  private Money money() {
    return Money.of(one(Attr.NUMBERS).toPlainString(), one(List.of("EUR", "CNY")));
  }

  private Sample sample() {
    return new Sample(
        one(Attr.WORDS),
        one(List.of(Grade.values())),
        this.<BigDecimal>maybe(() -> one(Attr.NUMBERS)),
        maybe(this::money),
        maybe(() -> one(Attr.DAYS)),
        null);
  }

  Criteria<Specimen> ofSpecimen(int depth) {
    int choice = random.nextInt(depth == 0 ? 5 : 10);
    return switch (choice) {
      case 5 -> new Criteria.And<>(several(3, () -> ofSpecimen(depth - 1)));
      case 6 -> new Criteria.Or<>(several(3, () -> ofSpecimen(depth - 1)));
      case 7 -> new Criteria.Not<>(ofSpecimen(depth - 1));
      case 8 -> LabEntities.SAMPLES.any(of(Attr.OF_SAMPLE, depth - 1));
      case 9 -> reference(depth);
      default -> leaf(Attr.OF_SPECIMEN);
    };
  }

  private Criteria<Specimen> reference(int depth) {
    Attribute<Specimen, SpecimenId> parent = LabEntities.PARENT;
    Attribute<Specimen, KeeperId> keeper = LabEntities.KEEPER;
    return switch (random.nextInt(4)) {
      case 2 -> Criteria.having(parent, ofSpecimen(depth - 1));
      case 0 -> Criteria.ref(keeper, Keeper.class, of(Attr.OF_KEEPER, depth - 1));
      case 1 -> Criteria.ref(parent, Specimen.class, ofSpecimen(depth - 1));
      default -> Criteria.below(parent, one(Attr.SPECIMEN_IDS));
    };
  }

  private <E> Criteria<E> of(List<Attr<E, ?>> attributes, int depth) {
    if (depth <= 0 || random.nextInt(3) > 0) {
      return leaf(attributes);
    }
    return switch (random.nextInt(3)) {
      case 0 -> new Criteria.And<>(several(2, () -> of(attributes, depth - 1)));
      case 1 -> new Criteria.Or<>(several(2, () -> of(attributes, depth - 1)));
      default -> new Criteria.Not<>(of(attributes, depth - 1));
    };
  }

  private <E> Criteria<E> leaf(List<Attr<E, ?>> attributes) {
    return random.nextInt(25) == 0 ? Criteria.all() : leaf(one(attributes));
  }

  @SuppressWarnings("unchecked")
  private <E, V> Criteria<E> leaf(Attr<E, V> attr) {
    int choice = random.nextInt(attr.attribute().type() == String.class ? 7 : 5);
    return switch (choice) {
      case 0 -> attr.attribute().eq(one(attr.domain()));
      case 1 -> attr.attribute().in(several(3, () -> one(attr.domain())));
      case 2 -> range(attr);
      case 3 -> attr.attribute().present();
      case 4 -> attr.attribute().absent();
      case 5 ->
          Criteria.startsWith((Attribute<E, String>) attr.attribute(), (String) one(attr.domain()));
      default ->
          Criteria.contains((Attribute<E, String>) attr.attribute(), (String) one(attr.domain()));
    };
  }

  private <E, V> Criteria<E> range(Attr<E, V> attr) {
    V from = one(attr.domain());
    V to = one(attr.domain());
    return switch (random.nextInt(3)) {
      case 0 -> attr.attribute().atLeast(from);
      case 1 -> attr.attribute().lessThan(to);
      default -> attr.attribute().between(from, to);
    };
  }
}
