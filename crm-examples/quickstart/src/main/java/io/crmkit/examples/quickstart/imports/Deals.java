package io.crmkit.examples.quickstart.imports;

import io.crmkit.api.CrmSession;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.product.ProductId;
import io.crmkit.api.sales.opportunity.Deal;
import io.crmkit.api.sales.opportunity.HistoricOpportunity;
import io.crmkit.api.sales.opportunity.HistoricOpportunity.Visit;
import io.crmkit.api.sales.opportunity.ImportOpportunities;
import io.crmkit.api.sales.opportunity.ImportedChunk;
import io.crmkit.api.sales.opportunity.OpportunityImport;
import io.crmkit.api.sales.opportunity.Salesperson;
import io.crmkit.api.sales.pipeline.DefinePipeline;
import io.crmkit.api.sales.pipeline.PipelineDefinition;
import io.crmkit.api.sales.pipeline.Pipelines;
import io.crmkit.api.sales.pipeline.Stage;
import io.crmkit.api.sales.pipeline.StageCategory;
import io.crmkit.api.value.Label;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** sales_pipeline.csv: opportunities with their past, in chunks, each one transaction. */
final class Deals {

  static final String FILE = "sales_pipeline.csv";

  /** The pipeline that imported opportunities follow. */
  static final PipelineDefinition PIPELINE =
      new PipelineDefinition(
          "imported",
          new Label("Imported", "导入"),
          List.of(
              Stage.open("prospecting", new Label("Prospecting", "初步接触"), 10)
                  .to("engaging", "won", "lost"),
              Stage.open("engaging", new Label("Engaging", "洽谈"), 40).to("won", "lost"),
              Stage.won("won", new Label("Won", "赢单")),
              Stage.lost("lost", new Label("Lost", "丢单")).to("engaging")));

  private static final Pattern ROW = Pattern.compile("rows\\[(\\d+)]\\.?(.*)");

  /** What the rows refer to, by the names in the files. */
  record Known(
      Map<String, CustomerId> customers,
      Set<String> products,
      Map<String, ProductId> catalogue,
      Map<String, Salesperson> agents) {}

  private record Entry(RowAt at, HistoricOpportunity row) {}

  private final CrmSession session;
  private final Mapping mapping;
  private final Problems problems;
  private final Known known;
  private final LongConsumer progress;
  private final Set<String> ids = new HashSet<>();
  private final Tally tally = new Tally();
  private long withoutAccount;
  private long withoutEngageDate;
  private long sent;

  Deals(
      CrmSession session, Mapping mapping, Problems problems, Known known, LongConsumer progress) {
    this.session = session;
    this.mapping = mapping;
    this.problems = problems;
    this.known = known;
    this.progress = progress;
  }

  Tally read(Path folder) throws IOException {
    session.get(Pipelines.class).define(new DefinePipeline(PIPELINE));
    List<Entry> chunk = new ArrayList<>();
    CsvFile file =
        new CsvFile(
            folder,
            FILE,
            "opportunity_id",
            "sales_agent",
            "product",
            "account",
            "deal_stage",
            "engage_date",
            "close_date",
            "close_value");
    long rows =
        file.read(
            problems,
            row -> {
              collect(row, chunk);
              if (chunk.size() == Importer.CHUNK) {
                take(chunk);
              }
            });
    take(chunk);
    tally.read(rows);
    return tally;
  }

  /** Rows that were taken without a customer. */
  long withoutAccount() {
    return withoutAccount;
  }

  /** Rows that were taken without the date on which the talks began. */
  long withoutEngageDate() {
    return withoutEngageDate;
  }

  private void collect(Row row, List<Entry> chunk) throws IOException {
    String id = row.need("opportunity_id");
    if (!id.isEmpty() && ids.contains(id)) {
      row.fault("opportunity_id", "is in this file already: " + id);
    }
    String account = row.text("account");
    CustomerId customer = account == null ? null : known.customers().get(account);
    if (account != null && customer == null) {
      row.fault("account", "is not in accounts.csv: " + account);
    }
    Salesperson agent = agent(row);
    Deal deal = deal(row);
    List<Visit> visits = visits(row);
    if (!row.faults().isEmpty() || agent == null) {
      problems.addAll(row.at(), row.faults());
      return;
    }
    ids.add(id);
    withoutAccount += account == null ? 1 : 0;
    withoutEngageDate += row.text("engage_date") == null ? 1 : 0;
    String name = deal.productName() + (account == null ? "" : " - " + account);
    chunk.add(
        new Entry(
            row.at(), new HistoricOpportunity(id, name, customer, agent, deal, visits, null)));
  }

  private @Nullable Salesperson agent(Row row) {
    String name = row.need("sales_agent");
    Salesperson agent = known.agents().get(name);
    if (agent == null && !name.isEmpty()) {
      row.fault("sales_agent", "is not in sales_teams.csv: " + name);
    }
    return agent;
  }

  private Deal deal(Row row) {
    String product = mapping.meant("product", row.need("product"));
    if (product != null && !product.isEmpty() && !known.products().contains(product)) {
      row.fault("product", "is not in products.csv: " + product);
    }
    BigDecimal value = row.number("close_value");
    ProductId inCatalogue = product == null ? null : known.catalogue().get(product);
    return new Deal(value == null ? null : mapping.money(value), null, inCatalogue, product);
  }

  /** The stages that it went through; a closed one was talked about before, if we know when. */
  private List<Visit> visits(Row row) {
    String word = row.need("deal_stage");
    LocalDate engaged = row.date("engage_date");
    LocalDate closed = row.date("close_date");
    Stage stage = mapping.stage(word).flatMap(PIPELINE::stage).orElse(null);
    if (stage == null) {
      if (!word.isEmpty()) {
        row.fault("deal_stage", "has no counterpart in the mapping: " + word);
      }
      return List.of();
    }
    if (stage.category() == StageCategory.OPEN) {
      return List.of(new Visit(stage.code(), engaged));
    }
    if (row.text("close_date") == null) {
      row.fault("close_date", "is empty though the stage is " + word);
    }
    if (stage.category() == StageCategory.WON && row.text("close_value") == null) {
      row.fault("close_value", "is empty though the stage is " + word);
    }
    if (engaged != null && closed != null && closed.isBefore(engaged)) {
      row.fault("close_date", "lies before the engage date: " + closed);
    }
    return engaged == null
        ? List.of(new Visit(stage.code(), closed))
        : List.of(new Visit("engaging", engaged), new Visit(stage.code(), closed));
  }

  private void take(List<Entry> chunk) throws IOException {
    if (chunk.isEmpty()) {
      return;
    }
    ImportedChunk taken =
        session
            .get(OpportunityImport.class)
            .take(
                new ImportOpportunities(
                    mapping.source(), PIPELINE.code(), chunk.stream().map(Entry::row).toList()));
    for (InvalidInput.Fault fault : taken.faults()) {
      Matcher path = ROW.matcher(fault.path());
      if (!path.matches()) {
        throw new IllegalStateException("a fault of no row: " + fault);
      }
      Entry entry = chunk.get(Integer.parseInt(path.group(1)));
      problems.add(entry.at(), column(path.group(2)), fault.problem());
    }
    tally.add(taken.created(), 0, taken.present());
    sent += chunk.size();
    progress.accept(sent);
    chunk.clear();
  }

  /** The column behind a field of the command. */
  private static String column(String field) {
    if (field.startsWith("visits")) {
      return field.endsWith("stage") ? "deal_stage" : "engage_date, close_date";
    } else if (field.startsWith("deal.amount")) {
      return "close_value";
    } else if (field.startsWith("owner")) {
      return "sales_agent";
    }
    return field.equals("externalId") ? "opportunity_id" : field;
  }
}
