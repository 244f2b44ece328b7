package io.crmkit.core.customer.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.customer.CustomerName;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchNameTest {

  @ParameterizedTest
  @CsvSource({
    "'  ACME   Corp. ', acme corp",
    "Gekko & Co, gekko co",
    "O'Reilly, oreilly",
    "Société Générale, societe generale",
    "Straße, strasse",
    "Ａｃｍｅ１２, acme12",
    "上海 河畔（医院）, 上海河畔医院",
    "İstanbul, istanbul",
    "が, が",
    "'100%_', 100"
  })
  void names_lose_what_people_type_differently(String name, String expected) {
    assertThat(SearchName.normalize(name)).isEqualTo(expected);
  }

  @Test
  void every_name_begins_after_a_bar() {
    assertThat(SearchName.of(new CustomerName("Riverside", "河畔", "RSH")))
        .isEqualTo("|riverside|河畔|rsh");
  }

  @Test
  void names_that_grow_are_cut_to_the_column_between_characters() {
    String phrase = "\uFDFA".repeat(200);

    String cut = SearchName.of(new CustomerName(phrase, "\uD842\uDFB7".repeat(100), null));

    assertThat(cut.length()).isBetween(SearchName.MAX_LENGTH - 1, SearchName.MAX_LENGTH);
    assertThat(Character.isHighSurrogate(cut.charAt(cut.length() - 1))).isFalse();
  }

  @Test
  void a_capital_sharp_s_is_found_as_two_letters() {
    assertThat(SearchName.normalize("GRO\u1E9E")).isEqualTo("gross");
  }

  @Property
  void normalising_again_changes_nothing(@ForAll String text) {
    String once = SearchName.normalize(text);

    assertThat(SearchName.normalize(once)).isEqualTo(once);
  }
}
