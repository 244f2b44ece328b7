package io.crmkit.sales.pricing;

import static io.crmkit.testkit.CrmAssertions.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.criteria.Query;
import io.crmkit.api.sales.pricing.Component;
import io.crmkit.api.sales.pricing.Item;
import io.crmkit.api.sales.pricing.PriceBook;
import io.crmkit.api.sales.pricing.PriceBookAttributes;
import io.crmkit.api.sales.pricing.PriceBooks;
import io.crmkit.api.sales.pricing.PriceEntry;
import io.crmkit.api.sales.pricing.PriceLine;
import io.crmkit.api.sales.pricing.Tier;
import io.crmkit.sales.SalesFixture;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import java.math.BigDecimal;
import java.util.List;

class PriceBookContractTest {

  @OnEveryStorage
  void entries_come_back_as_they_were_given(TestCrm crm) {
    PriceBook book = crm.get(PriceBooks.class).define(SalesFixture.priceBook("EUR"));

    PriceEntry set =
        crm.get(PriceBooks.class)
            .entries(Query.where(PriceBookAttributes.SKU.eq("SET-1")))
            .items()
            .get(0);

    assertThat(crm.get(PriceBooks.class).get(book.id())).isEqualTo(book);
    assertThat(set.components())
        .containsExactly(
            new Component("SRV-1", 1), new Component("DSK-1", 3), new Component("INS-1", 1));
    assertThat(set.tiers()).containsExactly(new Tier(1, new BigDecimal("2500")));
  }

  @OnEveryStorage
  void defining_the_same_again_adds_no_revision(TestCrm crm) {
    PriceBooks books = crm.get(PriceBooks.class);
    PriceBook first = books.define(SalesFixture.priceBook("EUR"));

    PriceBook again = books.define(SalesFixture.priceBook("EUR"));
    PriceBook other = books.define(SalesFixture.priceBook("JPY"));

    assertThat(again).isEqualTo(first);
    assertThat(other.revision()).isEqualTo(2);
    assertThat(books.current("standard")).contains(other);
  }

  @OnEveryStorage
  void every_fault_is_told_at_once(TestCrm crm) {
    PriceLine tiers =
        new PriceLine(
            Item.of("A", "A"),
            List.of(
                new Tier(2, BigDecimal.ONE),
                new Tier(2, new BigDecimal("-1")),
                new Tier(5, new BigDecimal("0.1234567"))),
            new BigDecimal("120"),
            List.of());
    PriceLine nested = PriceLine.of(Item.of("C", "C"), "1").containing("B", 1);
    PriceLine bundle =
        PriceLine.of(Item.of("B", "B"), "1")
            .containing("A", 0)
            .containing("A", 1)
            .containing("X", 1);

    assertInvalid(
        () ->
            crm.get(PriceBooks.class)
                .define(
                    SalesFixture.priceBook("EUR")
                        .withLines(List.of(tiers, bundle, nested, nested))),
        "lines[0].taxRate",
        "lines[0].tiers",
        "lines[0].tiers[1].from",
        "lines[0].tiers[1].unitPrice",
        "lines[0].tiers[2].unitPrice",
        "lines[1].components[0].quantity",
        "lines[1].components[1].sku",
        "lines[1].components[2].sku",
        "lines[2].components[0].sku",
        "lines[3].item.sku",
        "lines[3].components[0].sku");
  }
}
