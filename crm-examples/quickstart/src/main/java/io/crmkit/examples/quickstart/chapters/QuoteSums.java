package io.crmkit.examples.quickstart.chapters;

import io.crmkit.api.asset.HandOver;
import io.crmkit.api.asset.InstalledBase;
import io.crmkit.api.asset.ProvisionUnits;
import io.crmkit.api.product.ProductId;
import io.crmkit.api.product.Products;
import io.crmkit.api.sales.SalesEntities;
import io.crmkit.api.sales.pricing.ApprovalLevel;
import io.crmkit.api.sales.pricing.DefinePriceBook;
import io.crmkit.api.sales.pricing.Item;
import io.crmkit.api.sales.pricing.PriceBooks;
import io.crmkit.api.sales.pricing.PriceLine;
import io.crmkit.api.sales.quote.DraftQuote;
import io.crmkit.api.sales.quote.LineInput;
import io.crmkit.api.sales.quote.Quote;
import io.crmkit.api.sales.quote.QuoteContent;
import io.crmkit.api.sales.quote.QuoteLine;
import io.crmkit.api.sales.quote.QuoteStep;
import io.crmkit.api.sales.quote.Quotes;
import io.crmkit.api.sales.quote.ReviseQuote;
import io.crmkit.api.sales.quote.TaxLine;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Label;
import io.crmkit.api.value.Money;
import io.crmkit.examples.quickstart.story.Formats;
import io.crmkit.examples.quickstart.story.Goods;
import io.crmkit.examples.quickstart.story.Role;
import io.crmkit.examples.quickstart.story.StoryFacts.Prices;
import io.crmkit.examples.quickstart.story.Tale;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Step 4: a quote whose totals sum to the cent, and a revision that supersedes it. */
public final class QuoteSums implements Chapter {

  private static final String BOOK = "hospitals";
  private static final int LABEL_WIDTH = 34;
  private static final int MONEY_WIDTH = 15;

  @Override
  public Label title() {
    return new Label("A quote that sums to the cent", "分毫不差的报价");
  }

  @Override
  public List<Class<?>> needs() {
    return List.of(Quotes.class, PriceBooks.class);
  }

  @Override
  public void tell(Tale tale) {
    tale.at(22, "09:30");
    if (tale.find(Products.class).isPresent()) {
      Catalogue.fill(tale);
    }
    tale.get(PriceBooks.class).define(priceBook(tale));
    Quote first = draft(tale);
    Quote second = revise(tale, first);
    print(tale, second);
    sumsToTheCent(tale, second);
    tale.cast().play(Role.QUOTE, second.id());
    tale.find(InstalledBase.class).ifPresent(base -> provision(tale, base, second));
  }

  private DefinePriceBook priceBook(Tale tale) {
    Prices prices = tale.facts().prices();
    return new DefinePriceBook(
        BOOK,
        new Label("Hospitals 2026", "医院 2026"),
        tale.facts().profile().currency(),
        List.of(
            line(tale, Goods.SYSTEM)
                .containing(Goods.GENERATOR.sku(), 1)
                .containing(Goods.DETECTOR.sku(), 1)
                .containing(Goods.TABLE.sku(), 1),
            line(tale, Goods.GENERATOR),
            line(tale, Goods.DETECTOR),
            line(tale, Goods.TABLE),
            line(tale, Goods.WORKSTATION).from(2, prices.workstationFrom2()),
            line(tale, Goods.TRAINING).taxedAt(prices.serviceTax())),
        List.of(ApprovalLevel.of("", "10"), ApprovalLevel.of("sales-director", "25")));
  }

  private PriceLine line(Tale tale, Goods goods) {
    @Nullable ProductId product =
        tale.cast().find(Role.PRODUCTS).map(all -> all.get(goods)).orElse(null);
    Item item = new Item(goods.sku(), tale.text(goods.label()), product);
    Prices prices = tale.facts().prices();
    return PriceLine.of(item, prices.of(goods)).taxedAt(prices.goodsTax());
  }

  private Quote draft(Tale tale) {
    QuoteContent content =
        new QuoteContent(
            BOOK,
            List.of(
                LineInput.of(Goods.SYSTEM.sku(), 1),
                LineInput.of(Goods.WORKSTATION.sku(), 3),
                LineInput.of(Goods.TRAINING.sku(), 16).discounted("25")),
            new BigDecimal("12"),
            tale.day(52),
            tale.text("Delivery six weeks after order.", "下单后六周交货。"));
    Quotes quotes = tale.get(Quotes.class);
    Quote quote = quotes.draft(new DraftQuote(tale.cast().get(Role.OPPORTUNITY), content));
    tale.tell()
        .say(
            "Quote {0}, revision {1}: {2} with 12 % off the whole.",
            "报价单 {0} 第 {1} 版：共 {2}（整单优惠 12%）。",
            quote.heading().number(),
            quote.heading().revision(),
            quote.totals().total());
    tale.tell()
        .say("Lily may give 10 % by herself; approving it is refused:", "Lily 自己只能给 10%；批准被拒绝：");
    tale.refused(() -> quotes.approve(QuoteStep.of(quote)));
    return quote;
  }

  /** Lines keep their ids, so that later papers still know which line they speak of. */
  private Quote revise(Tale tale, Quote first) {
    tale.at(24, "16:00");
    Quotes quotes = tale.get(Quotes.class);
    Map<String, Integer> quantities =
        Map.of(
            Goods.SYSTEM.sku(), 1,
            Goods.WORKSTATION.sku(), 2,
            Goods.TRAINING.sku(), 16);
    List<LineInput> lines =
        first.lines().stream()
            .filter(line -> line.parentLine() == null)
            .map(line -> again(line, quantities.get(line.item().sku())))
            .toList();
    QuoteContent content =
        new QuoteContent(BOOK, lines, new BigDecimal("7.5"), tale.day(52), first.terms().note());
    Quote second = quotes.revise(new ReviseQuote(first.id(), first.version(), content));
    Quote approved = quotes.approve(QuoteStep.of(second));
    Quote sent = quotes.send(QuoteStep.of(approved));
    tale.tell()
        .say(
            "Revision {0} with 7.5 % is approved and sent; revision {1} is {2} now.",
            "第 {0} 版优惠 7.5%，已批准并发出；第 {1} 版{2}。",
            sent.heading().revision(),
            first.heading().revision(),
            status(quotes.get(first.id())));
    return sent;
  }

  private static Label status(Quote quote) {
    return switch (quote.status()) {
      case SUPERSEDED -> new Label("superseded", "已被取代");
      default -> Label.same(quote.status().name());
    };
  }

  private static LineInput again(QuoteLine line, @Nullable Integer quantity) {
    return new LineInput(
        line.lineId(),
        line.item().sku(),
        quantity == null ? line.quantity() : quantity,
        null,
        line.price().discountPercent(),
        null);
  }

  private void print(Tale tale, Quote quote) {
    Formats formats = tale.tell().formats();
    tale.tell()
        .row(
            Formats.pad(tale.text("", ""), LABEL_WIDTH)
                + right(tale.text("list", "原价"))
                + right(tale.text("discount", "折扣"))
                + right(tale.text("net", "净价")));
    for (QuoteLine line : quote.lines()) {
      String indent = line.parentLine() == null ? "" : "  ";
      String label = indent + line.quantity() + " x " + line.item().name();
      tale.tell()
          .row(
              Formats.pad(label, LABEL_WIDTH)
                  + right(formats.money(line.amounts().gross()))
                  + right(formats.money(line.amounts().discount()))
                  + right(formats.money(line.amounts().net())));
    }
    total(tale, tale.text("Net", "净额"), quote.totals().net());
    for (TaxLine tax : quote.taxes()) {
      String label = tale.text("Tax ", "税 ") + tax.rate().toPlainString() + " %";
      total(tale, label, tax.tax());
    }
    total(tale, tale.text("Total", "合计"), quote.totals().total());
  }

  private static void total(Tale tale, String label, Money amount) {
    String column = right("") + right("") + right(tale.tell().formats().money(amount));
    tale.tell().row(Formats.pad(label, LABEL_WIDTH) + column);
  }

  private static String right(String text) {
    return Formats.right(text, MONEY_WIDTH);
  }

  /** Adds everything up once more, by another way than the CRM's. */
  private void sumsToTheCent(Tale tale, Quote quote) {
    List<QuoteLine> counted =
        quote.lines().stream().filter(line -> !isBundle(quote, line.lineId())).toList();
    Money net = sum(tale, counted, line -> line.amounts().net());
    Money tax = sum(tale, counted, line -> line.amounts().tax());
    boolean equal =
        net.equals(quote.totals().net())
            && tax.equals(quote.totals().tax())
            && net.plus(tax).equals(quote.totals().total());
    tale.tell()
        .say(
            "Added up line by line: {0} + {1} tax = {2}: {3}.",
            "逐行相加：{0} + 税 {1} = {2}：{3}。",
            net,
            tax,
            net.plus(tax),
            equal ? new Label("the same to the cent", "分毫不差") : new Label("WRONG", "不一致"));
  }

  private static boolean isBundle(Quote quote, UUID line) {
    return quote.lines().stream().anyMatch(other -> line.equals(other.parentLine()));
  }

  private static Money sum(Tale tale, List<QuoteLine> lines, Function<QuoteLine, Money> amount) {
    return lines.stream()
        .map(amount)
        .reduce(Money.zero(tale.facts().profile().currency()), Money::plus);
  }

  private void provision(Tale tale, InstalledBase base, Quote quote) {
    HandOver units =
        base.provision(new ProvisionUnits(EntityRef.of(SalesEntities.QUOTE, quote.id())));
    tale.tell()
        .say(
            "{0} provisional units now stand for what is offered.",
            "已为报价内容建立 {0} 台暂定设备。", units.count(HandOver.Outcome.PROVISIONED));
  }
}
