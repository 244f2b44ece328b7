package io.crmkit.assets.asset;

import static io.crmkit.assets.asset.AssetEntities.ASSETS;
import static io.crmkit.assets.product.ProductEntities.PRODUCTS;
import static io.crmkit.assets.site.SiteEntities.SITES;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.AssetImportReport;
import io.crmkit.api.asset.AssetImportReport.Outcome;
import io.crmkit.api.asset.AssetImportReport.Row;
import io.crmkit.api.asset.AssetNumbers;
import io.crmkit.api.asset.AssetRow;
import io.crmkit.api.asset.ImportAssets;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.error.Reason;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.product.Product;
import io.crmkit.api.product.ProductId;
import io.crmkit.api.site.Site;
import io.crmkit.api.site.SiteId;
import io.crmkit.api.site.SiteReason;
import io.crmkit.assets.check.Faults;
import io.crmkit.core.spi.rule.Decision;
import io.crmkit.core.spi.work.Form;
import io.crmkit.core.spi.work.Tx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes a list of units into the register at the cost of a few statements for each portion: by the
 * same rules, and with the same facts, audit and events, as one by one. For the one unit of work it
 * runs in.
 */
final class AssetImport {

  private static final int MAX_ROWS = 10_000;
  private static final int MAX_REFERENCE = 100;

  private final Tx tx;
  private final AssetJournal journal;
  private final Locale language;
  private final Map<String, Asset> known = new HashMap<>();
  private final Map<AssetId, Asset> parents = new HashMap<>();
  private final Map<SiteId, Site> sites = new HashMap<>();
  private final Map<ProductId, Product> products = new HashMap<>();
  private final Set<CustomerId> customers = new HashSet<>();
  private final Set<SerialKey> serials = new HashSet<>();
  private final FittedUnits fitted = new FittedUnits();
  private final Map<String, Row> results = new LinkedHashMap<>();
  private final List<AssetJournal.Arrival> arrivals = new ArrayList<>();
  private final List<CrmEvent> events = new ArrayList<>();

  AssetImport(Tx tx) {
    this.tx = tx;
    this.journal = new AssetJournal(tx);
    this.language = tx.session().profile().language();
  }

  /**
   * @throws InvalidInput if there are too many rows at once
   */
  static void check(ImportAssets command) {
    if (command.rows().size() > MAX_ROWS) {
      throw new InvalidInput("rows", "must not be more than " + MAX_ROWS + " at once");
    }
  }

  AssetImportReport run(ImportAssets command) {
    List<AssetRow> rows = command.rows();
    AssetInvariants.structures(tx, rows.stream().map(row -> row.unit().customer()).toList());
    // Two imports of the same list at the same moment must not both register.
    tx.lockNames(
        "asset.reference",
        rows.stream().map(AssetRow::reference).filter(r -> !r.isBlank()).distinct().toList());
    load(rows);
    Map<String, AssetRow> first = new LinkedHashMap<>();
    rows.forEach(row -> first.putIfAbsent(row.reference(), row));
    for (AssetRow row : wholesFirst(first)) {
      results.put(row.reference(), take(row));
    }
    journal.insertAll(arrivals);
    events.forEach(tx::publish);
    return report(rows, first);
  }

  private AssetImportReport report(List<AssetRow> rows, Map<String, AssetRow> first) {
    List<Row> told = new ArrayList<>();
    for (AssetRow row : rows) {
      boolean twice = first.get(row.reference()) != row;
      told.add(
          twice
              ? rejected(row, List.of("reference: appears twice in this import"))
              : results.getOrDefault(
                  row.reference(),
                  rejected(row, List.of("within: leads back to the unit itself"))));
    }
    return new AssetImportReport(told);
  }

  // --- what has to be known

  private void load(List<AssetRow> rows) {
    Set<String> references = new HashSet<>();
    Set<AssetId> within = new HashSet<>();
    Set<SiteId> at = new HashSet<>();
    Set<ProductId> of = new HashSet<>();
    Set<CustomerId> asked = new HashSet<>();
    List<SerialKey> wanted = new ArrayList<>();
    for (AssetRow row : rows) {
      references.add(row.reference());
      add(references, row.within());
      add(within, row.unit().placement().parent());
      add(at, row.unit().placement().siteId());
      add(of, row.unit().identity().product());
      asked.add(row.unit().customer());
    }
    Portions.each(
        references,
        some ->
            tx.store(ASSETS)
                .all(AssetAttributes.REFERENCE.in(some))
                .forEach(asset -> known.put(keyOf(asset), asset)));
    tx.store(ASSETS).findAll(within).forEach(asset -> parents.put(asset.id(), asset));
    tx.store(SITES).findAll(at).forEach(site -> sites.put(site.id(), site));
    tx.store(PRODUCTS).findAll(of).forEach(product -> products.put(product.id(), product));
    customers.addAll(AssetHistories.visible(tx, asked));
    if (rows.stream().anyMatch(row -> row.unit().placement().slot() != null)) {
      List<Asset> wholes = new ArrayList<>(known.values());
      wholes.addAll(parents.values());
      fitted.read(tx, wholes);
    }
    for (AssetRow row : rows) {
      AssetIdentity identity =
          AssetRules.completed(row.unit(), product(row.unit()), language).identity();
      if (identity.serialNumber() != null) {
        wanted.add(SerialKey.of(identity, identity.serialNumber()));
      }
    }
    serials.addAll(AssetInvariants.holders(tx, wanted).keySet());
  }

  private static <T> void add(Set<T> set, @Nullable T value) {
    if (value != null) {
      set.add(value);
    }
  }

  private @Nullable Product product(RegisterAsset unit) {
    ProductId product = unit.identity().product();
    return product == null ? null : products.get(product);
  }

  /** References are the customers' own business: two may have the same. */
  private static String keyOf(Asset asset) {
    AssetNumbers numbers = Objects.requireNonNull(asset.numbers());
    return key(asset.customer(), String.valueOf(numbers.reference()));
  }

  private static String key(CustomerId customer, String reference) {
    return customer.value() + "\n" + reference;
  }

  /** Each behind the one that it is within; those that lead back to themselves are left out. */
  private static List<AssetRow> wholesFirst(Map<String, AssetRow> rows) {
    List<AssetRow> ordered = new ArrayList<>();
    Set<String> done = new HashSet<>();
    for (AssetRow row : rows.values()) {
      List<AssetRow> path = new ArrayList<>();
      Set<String> above = new HashSet<>();
      AssetRow at = row;
      while (at != null && !done.contains(at.reference()) && above.add(at.reference())) {
        path.add(at);
        at = at.within() == null ? null : rows.get(at.within());
      }
      if (at == null || done.contains(at.reference())) {
        for (int i = path.size() - 1; i >= 0; i--) {
          done.add(path.get(i).reference());
          ordered.add(path.get(i));
        }
      }
    }
    return ordered;
  }

  // --- one row

  private Row take(AssetRow row) {
    List<String> problems =
        new ArrayList<>(told("unit.", AssetRules.faults(row.unit(), row.within() != null)));
    Faults faults = new Faults();
    faults.text("reference", row.reference(), MAX_REFERENCE);
    AssetNumbers numbers = row.unit().numbers();
    String said = numbers == null ? null : numbers.reference();
    if (said != null && !said.equals(row.reference())) {
      faults.add("unit.numbers.reference", "is another than the row's");
    }
    if (row.within() != null && row.unit().placement().parent() != null) {
      faults.add("within", "must be left out where the placement names the parent");
    }
    problems.addAll(told("", faults));
    if (!customers.contains(row.unit().customer())) {
      problems.add("unit.customer: is no customer");
    }
    if (!problems.isEmpty()) {
      return rejected(row, problems);
    }
    Asset there = known.get(key(row.unit().customer(), row.reference()));
    return there == null
        ? register(row)
        : new Row(row.reference(), there.id(), Outcome.UNCHANGED, List.of());
  }

  private static List<String> told(String within, Faults faults) {
    return faults.found().stream().map(f -> within + f.path() + ": " + f.problem()).toList();
  }

  private Row register(AssetRow row) {
    RegisterAsset unit = row.unit();
    AssetNumbers numbers = unit.numbers();
    unit =
        unit.withNumbers(
            numbers == null
                ? new AssetNumbers(row.reference(), null, null)
                : new AssetNumbers(row.reference(), numbers.own(), numbers.customers()));
    Asset parent = null;
    if (row.within() != null) {
      parent = known.get(key(unit.customer(), row.within()));
    } else if (unit.placement().parent() != null) {
      parent = parents.get(unit.placement().parent());
    }
    if (parent == null && (row.within() != null || unit.placement().parent() != null)) {
      return rejected(row, List.of("within: the customer has no such unit"));
    }
    if (parent != null) {
      unit = unit.withPlacement(unit.placement().withParent(parent.id()));
    }
    SiteId at = unit.placement().siteId();
    Site site = at == null ? null : sites.get(at);
    if (at != null && site == null) {
      return rejected(row, List.of(Reason.of(SiteReason.SITE_UNKNOWN).toString()));
    }
    Product product = product(unit);
    RegisterAsset completed =
        AssetRules.completed(tx.store(ASSETS).given(Form.whole(unit)), product, language);
    String serialNumber = completed.identity().serialNumber();
    SerialKey serial =
        serialNumber == null ? null : SerialKey.of(completed.identity(), serialNumber);
    boolean taken = serial != null && serials.contains(serial);
    Decision<Asset> decision =
        AssetRules.register(
            new AssetId(tx.newId()),
            completed,
            new AssetRules.RegisterFacts(product, parent, site, taken, language));
    if (decision instanceof Decision.Rejected<Asset> no) {
      return rejected(row, no.reasons().stream().map(Reason::toString).toList());
    }
    Decision.Accepted<Asset> accepted = decision.orRefuse();
    Asset asset = accepted.state();
    List<Reason> slot = parent == null ? List.of() : fitted.against(asset, parent);
    if (!slot.isEmpty()) {
      return rejected(row, slot.stream().map(Reason::toString).toList());
    }
    fitted.arrived(asset, product);
    if (serial != null) {
      serials.add(serial);
    }
    known.put(key(unit.customer(), row.reference()), asset);
    arrivals.add(new AssetJournal.Arrival(asset, AssetStates.REGISTER));
    events.addAll(accepted.events());
    return new Row(row.reference(), asset.id(), Outcome.REGISTERED, List.of());
  }

  private static Row rejected(AssetRow row, List<String> problems) {
    return new Row(row.reference(), null, Outcome.REJECTED, problems);
  }
}
