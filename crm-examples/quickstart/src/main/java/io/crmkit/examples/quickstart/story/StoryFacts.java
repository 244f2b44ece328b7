package io.crmkit.examples.quickstart.story;

import io.crmkit.api.TenantProfile;
import io.crmkit.api.sales.pipeline.PipelineDefinition;
import io.crmkit.api.value.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

/**
 * What the story is about and a reader may want otherwise: where it happens, in which money, along
 * which pipeline. No chapter knows more of these than what is said here.
 *
 * @param profile zone, currency and language
 * @param pipeline the workflow of the deal
 * @param prices what things cost there
 * @param begins the first day of the story, a Monday
 */
public record StoryFacts(
    TenantProfile profile, PipelineDefinition pipeline, Prices prices, LocalDate begins) {

  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  /**
   * What things cost.
   *
   * @param list the list price of one unit, in the order of {@link Goods}; the tube is sold within
   *     the generator only, and has none
   * @param workstationFrom2 the price of a workstation from the second one on
   * @param goodsTax the tax on goods, in percent
   * @param serviceTax the tax on services, in percent
   */
  public record Prices(String[] list, String workstationFrom2, String goodsTax, String serviceTax) {

    public String of(Goods goods) {
      return list[goods.ordinal()];
    }
  }

  /** Told in English: a seller in Berlin, in euro, with the usual pipeline. */
  public static StoryFacts english() {
    return new StoryFacts(
        profile("Europe/Berlin", "EUR", Locale.ENGLISH),
        Pipelines.standard(),
        new Prices(
            new String[] {"64900", "21500", "", "34900", "12800", "2450", "95.50"},
            "2299.99",
            "19",
            "7"),
        MONDAY);
  }

  /** Told in Chinese: a seller in Shanghai, in yuan, with a pipeline for bids. */
  public static StoryFacts chinese() {
    return new StoryFacts(
        profile("Asia/Shanghai", "CNY", Locale.SIMPLIFIED_CHINESE),
        Pipelines.bidding(),
        new Prices(
            new String[] {"528000", "168000", "", "286000", "99800", "18900", "780.50"},
            "17999.99",
            "13",
            "6"),
        MONDAY);
  }

  /** Told in English in Tokyo, in yen, which has no smaller unit, with the pipeline for bids. */
  public static StoryFacts japanese() {
    return new StoryFacts(
        profile("Asia/Tokyo", "JPY", Locale.ENGLISH),
        Pipelines.bidding(),
        new Prices(
            new String[] {"10380000", "3440000", "", "5580000", "2050000", "392000", "15280"},
            "367990",
            "10",
            "8"),
        MONDAY);
  }

  private static TenantProfile profile(String zone, String currency, Locale language) {
    return new TenantProfile(ZoneId.of(zone), Currency.getInstance(currency), language);
  }

  /** A day of the story, counted from 0. */
  public LocalDate day(int day) {
    return begins.plusDays(day);
  }

  /** The moment at which the story begins. */
  public Instant beginning() {
    return begins.atTime(9, 0).atZone(profile.zone()).toInstant();
  }

  /** An amount in the story's currency, without decimals. */
  public Money money(long amount) {
    return new Money(BigDecimal.valueOf(amount), profile.currency());
  }

  public Formats formats() {
    return new Formats(profile.language(), profile.zone());
  }
}
