package io.crmkit.assets.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.environment.VersionOrder;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Versions are compared as people mean them. */
class VersionOrderTest {

  @Test
  void versions_are_in_the_order_of_their_releases() {
    List<String> ordered =
        List.of(
            "0.9",
            "1.0-alpha",
            "1.0-beta2",
            "1.0-beta10",
            "1.0-rc1",
            "1.0",
            "1.0a",
            "1.0.1",
            "1.1.1",
            "1.1.1k",
            "1.9",
            "1.10",
            "1.10-p1",
            "v2.0.0-SNAPSHOT",
            "V2",
            "10.0.19045",
            "2019",
            "2019 SP1",
            "2019 SP2");

    for (int i = 0; i < ordered.size(); i++) {
      for (int j = 0; j < ordered.size(); j++) {
        assertThat(sign(VersionOrder.compare(ordered.get(i), ordered.get(j))))
            .as(ordered.get(i) + " and " + ordered.get(j))
            .isEqualTo(Integer.signum(Integer.compare(i, j)));
      }
    }
  }

  @Test
  void one_version_may_be_written_in_several_ways() {
    for (String same : List.of("1.0", "1.0.0", "v1", "01.00", "1-0", " 1 ")) {
      assertThat(sign(VersionOrder.compare("1", same))).as(same).isZero();
    }
    assertThat(sign(VersionOrder.compare("1.0-rc1", "1.0.0-RC1"))).isZero();
  }

  @Test
  void what_follows_no_order_is_not_compared() {
    for (String odd : List.of("", "latest", "1:2.3", "1..2", "1.0-", "Build 7", "１.0")) {
      assertThat(VersionOrder.key(odd)).as(odd).isEmpty();
      assertThat(VersionOrder.compare("1.0", odd)).as(odd).isEqualTo(OptionalInt.empty());
    }
    assertThat(VersionOrder.key("1".repeat(101))).isEmpty();
  }

  @Property
  void numbers_are_compared_one_by_one(
      @ForAll @Size(min = 1, max = 5) List<@IntRange(max = 12) Integer> one,
      @ForAll @Size(min = 1, max = 5) List<@IntRange(max = 12) Integer> other) {
    int expected = 0;
    for (int i = 0; i < 5 && expected == 0; i++) {
      expected = Integer.compare(at(one, i), at(other, i));
    }

    assertThat(sign(VersionOrder.compare(written(one), written(other)))).isEqualTo(expected);
  }

  @Property
  void the_key_fits_its_column(@ForAll("versions") String version) {
    assertThat(VersionOrder.key(version).orElse("")).hasSizeLessThanOrEqualTo(450);
  }

  @Provide
  Arbitrary<String> versions() {
    return Arbitraries.strings().withChars("019av.- ").ofMinLength(1).ofMaxLength(100);
  }

  private static int at(List<Integer> numbers, int place) {
    return place < numbers.size() ? numbers.get(place) : 0;
  }

  private static String written(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining("."));
  }

  private static int sign(OptionalInt order) {
    return Integer.signum(order.orElseThrow());
  }
}
