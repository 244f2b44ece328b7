package io.crmkit.proposals.proposal;

import io.crmkit.api.CrmSession;
import io.crmkit.api.document.GeneratedDocumentSource;
import io.crmkit.api.document.MergeFieldSource;
import io.crmkit.api.document.content.DocumentContent;
import io.crmkit.api.document.content.Paragraph;
import io.crmkit.api.error.NotFound;
import io.crmkit.api.module.ModuleInfo;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Money;
import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.core.spi.module.ModuleRegistrar;
import io.crmkit.testkit.CrmSetup;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A plugin that knows merge fields and prints quotes: what the sales module does in earnest. */
public final class Press implements CrmSetup {

  static final String QUOTE = "press.quote";
  static final EntityRef GOOD = new EntityRef(QUOTE, new UUID(5, 1));
  static final EntityRef GONE = new EntityRef(QUOTE, new UUID(5, 2));
  static final EntityRef BROKEN = new EntityRef(QUOTE, new UUID(5, 3));

  private volatile String price = "1,200.00";
  private volatile boolean fieldsFail;

  void price(String text) {
    price = text;
  }

  void failFields() {
    fieldsFail = true;
  }

  @Override
  public void prepare() {
    price = "1,200.00";
    fieldsFail = false;
  }

  @Override
  public List<CrmModule> modules() {
    return List.of(new Plugin(this));
  }

  private record Plugin(Press press) implements CrmModule {

    @Override
    public ModuleInfo info() {
      return ModuleInfo.of("press", "1.0", "example:press");
    }

    @Override
    public void register(ModuleRegistrar registrar) {
      registrar.bind(binder -> binder.bind(Press.class).toInstance(press));
      registrar.contribute(MergeFieldSource.POINT, Fields.class);
      registrar.contribute(GeneratedDocumentSource.POINT, Quotes.class);
    }
  }

  /** Fields of the record that the proposal is about. */
  public static final class Fields implements MergeFieldSource {
    private final Press press;

    @jakarta.inject.Inject
    Fields(Press press) {
      this.press = press;
    }

    @Override
    public Map<String, Object> fields(CrmSession session, EntityRef about) {
      if (press.fieldsFail) {
        throw new IllegalStateException("no fields today");
      }
      return Map.of(
          "deal",
          Map.of(
              "amount", Money.of("1234.50", "EUR"),
              "close", LocalDate.of(2026, 5, 4),
              "seen", Instant.parse("2026-01-05T23:30:00Z"),
              "big", true,
              "count", 3,
              "lines", List.of(Map.of("item", "Press"), Map.of("item", "Pump"))));
    }
  }

  /** Prints quotes. */
  public static final class Quotes implements GeneratedDocumentSource {
    private final Press press;

    @jakarta.inject.Inject
    Quotes(Press press) {
      this.press = press;
    }

    @Override
    public Optional<DocumentContent> generate(
        CrmSession session, EntityRef record, Locale language) {
      if (!record.entity().equals(QUOTE)) {
        return Optional.empty();
      }
      if (record.equals(GONE)) {
        throw new NotFound(record);
      }
      if (record.equals(BROKEN)) {
        throw new IllegalStateException("printer on fire");
      }
      return Optional.of(
          DocumentContent.titled("Quote")
              .add(Paragraph.of("Price: " + press.price + " in " + language.getLanguage()))
              .build());
    }
  }
}
