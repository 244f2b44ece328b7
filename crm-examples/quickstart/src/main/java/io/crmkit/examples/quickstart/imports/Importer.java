package io.crmkit.examples.quickstart.imports;

import io.crmkit.api.CrmSession;
import io.crmkit.api.product.Products;
import io.crmkit.api.sales.opportunity.OpportunityImport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Takes over a folder. Each chunk is one transaction, and every record is recognised by the id that
 * the other program gave it: an import that was stopped, even killed, is simply run again.
 */
public final class Importer {

  /** The files that must be there. */
  public static final List<String> FILES =
      List.of(Accounts.FILE, Catalogue.FILE, Teams.FILE, Deals.FILE);

  /** Rows in one transaction. */
  static final int CHUNK = 500;

  private final CrmSession session;
  private final Mapping mapping;
  private final Problems problems;

  public Importer(CrmSession session, Mapping mapping, Problems problems) {
    this.session = session;
    this.mapping = mapping;
    this.problems = problems;
  }

  /**
   * What became of the files.
   *
   * @param accounts of accounts.csv
   * @param products of products.csv
   * @param agents how many salespeople there are
   * @param deals of sales_pipeline.csv
   * @param withoutAccount opportunities that were taken without a customer
   * @param withoutEngageDate opportunities that were taken without a first date
   */
  public record Result(
      Tally accounts,
      Tally products,
      int agents,
      Tally deals,
      long withoutAccount,
      long withoutEngageDate) {}

  /**
   * Takes everything that can be taken; the rest is in the problems.
   *
   * @param progress told how many opportunities were sent so far
   * @throws IOException if a file cannot be read to its end
   */
  public Result run(Path folder, LongConsumer progress) throws IOException {
    Accounts accounts = new Accounts(session, mapping, problems);
    Tally customers = accounts.read(folder);
    Catalogue catalogue = new Catalogue(session, mapping, problems);
    Tally products = catalogue.read(folder);
    Teams teams = new Teams(problems);
    teams.read(folder);
    Set<String> names = catalogue.taken().keySet();
    Deals deals =
        new Deals(
            session,
            mapping,
            problems,
            new Deals.Known(accounts.taken(), names, catalogue.taken(), teams.agents()),
            progress);
    Tally opportunities = deals.read(folder);
    return new Result(
        customers,
        products,
        teams.agents().size(),
        opportunities,
        deals.withoutAccount(),
        deals.withoutEngageDate());
  }

  /** The services that an import needs. */
  public static List<Class<?>> needs() {
    return List.of(Products.class, OpportunityImport.class);
  }
}
