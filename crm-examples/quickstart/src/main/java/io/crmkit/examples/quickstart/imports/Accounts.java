package io.crmkit.examples.quickstart.imports;

import io.crmkit.api.CrmSession;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerImports;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.CustomerProfile;
import io.crmkit.api.customer.CustomerRow;
import io.crmkit.api.customer.ImportCustomers;
import io.crmkit.api.customer.ImportReport;
import io.crmkit.api.error.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** accounts.csv: customers, recognised by their names, with their parent companies. */
final class Accounts {

  static final String FILE = "accounts.csv";

  private final CrmSession session;
  private final Mapping mapping;
  private final Problems problems;
  private final Map<String, CustomerId> taken = new HashMap<>();
  private final Tally tally = new Tally();

  Accounts(CrmSession session, Mapping mapping, Problems problems) {
    this.session = session;
    this.mapping = mapping;
    this.problems = problems;
  }

  /** Takes the whole file, parents before what hangs below them. */
  Tally read(Path folder) throws IOException {
    Map<String, Entry> rows = new LinkedHashMap<>();
    CsvFile file =
        new CsvFile(
            folder,
            FILE,
            "account",
            "sector",
            "year_established",
            "revenue",
            "employees",
            "office_location",
            "subsidiary_of");
    long read = file.read(problems, row -> collect(row, rows));
    List<Entry> chunk = new ArrayList<>();
    for (Entry entry : parentsFirst(rows)) {
      chunk.add(entry);
      if (chunk.size() == Importer.CHUNK) {
        take(chunk);
      }
    }
    take(chunk);
    tally.read(read);
    return tally;
  }

  /** The customers that are there now, by the names in the files. */
  Map<String, CustomerId> taken() {
    return taken;
  }

  private record Entry(RowAt at, CustomerRow row) {}

  private void collect(Row row, Map<String, Entry> rows) throws IOException {
    String name = row.need("account");
    CustomerProfile profile = profile(row);
    if (rows.containsKey(name)) {
      row.fault("account", "is on line " + rows.get(name).at().line() + " already: " + name);
    }
    if (!row.faults().isEmpty()) {
      problems.addAll(row.at(), row.faults());
      return;
    }
    CustomerRow customer =
        CustomerRow.organization(name, CustomerName.of(name))
            .withProfile(profile)
            .withParentExternalId(row.text("subsidiary_of"));
    rows.put(name, new Entry(row.at(), customer));
  }

  private CustomerProfile profile(Row row) {
    var revenue = row.number("revenue");
    return CustomerProfile.unknown()
        .withSector(mapping.meant("sector", row.text("sector")))
        .withYearEstablished(row.count("year_established"))
        .withAnnualRevenue(revenue == null ? null : mapping.revenue(revenue))
        .withEmployees(row.count("employees"))
        .withOfficeLocation(mapping.meant("office_location", row.text("office_location")));
  }

  private static List<Entry> parentsFirst(Map<String, Entry> rows) {
    List<Entry> ordered = new ArrayList<>();
    Set<String> placed = new HashSet<>();
    rows.keySet().forEach(name -> place(name, rows, placed, ordered));
    return ordered;
  }

  private static void place(
      @Nullable String name, Map<String, Entry> rows, Set<String> placed, List<Entry> ordered) {
    Entry entry = name == null ? null : rows.get(name);
    if (entry != null && placed.add(entry.row().externalId())) {
      place(entry.row().parentExternalId(), rows, placed, ordered);
      ordered.add(entry);
    }
  }

  private void take(List<Entry> chunk) throws IOException {
    if (chunk.isEmpty()) {
      return;
    }
    ImportReport report =
        session
            .get(CustomerImports.class)
            .take(new ImportCustomers(chunk.stream().map(Entry::row).toList()));
    for (ImportReport.Outcome outcome : report.rows()) {
      RowAt at = chunk.get(outcome.row()).at();
      for (Reason reason : outcome.reasons()) {
        problems.add(at, "account", reason.message(Locale.ENGLISH));
      }
      if (outcome.customer() != null) {
        taken.put(outcome.externalId(), outcome.customer());
      }
    }
    tally.add(
        report.count(ImportReport.Result.ADDED),
        report.count(ImportReport.Result.CHANGED),
        report.count(ImportReport.Result.UNCHANGED));
    chunk.clear();
  }
}
