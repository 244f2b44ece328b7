package io.crmkit.examples.quickstart.imports;

import io.crmkit.api.CrmSession;
import io.crmkit.api.product.ImportProducts;
import io.crmkit.api.product.NewProduct;
import io.crmkit.api.product.ProductContent;
import io.crmkit.api.product.ProductDescription;
import io.crmkit.api.product.ProductId;
import io.crmkit.api.product.ProductImportReport;
import io.crmkit.api.product.ProductImportReport.Outcome;
import io.crmkit.api.product.Products;
import io.crmkit.api.value.Label;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** products.csv: the catalogue, by the products' names. */
final class Catalogue {

  static final String FILE = "products.csv";

  private final CrmSession session;
  private final Mapping mapping;
  private final Problems problems;
  private final Map<String, ProductId> taken = new HashMap<>();
  private final Tally tally = new Tally();

  Catalogue(CrmSession session, Mapping mapping, Problems problems) {
    this.session = session;
    this.mapping = mapping;
    this.problems = problems;
  }

  Tally read(Path folder) throws IOException {
    List<Entry> chunk = new ArrayList<>();
    CsvFile file = new CsvFile(folder, FILE, "product", "series", "sales_price");
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

  /** The products that are there now, by the names in the files. */
  Map<String, ProductId> taken() {
    return taken;
  }

  private record Entry(RowAt at, NewProduct product) {}

  private void collect(Row row, List<Entry> chunk) throws IOException {
    String name = row.need("product");
    BigDecimal price = row.number("sales_price");
    if (!row.faults().isEmpty()) {
      problems.addAll(row.at(), row.faults());
      return;
    }
    ProductContent content =
        ProductContent.of(ProductDescription.goods(Label.same(name)).withLine(row.text("series")))
            .withListPrice(price == null ? null : mapping.money(price));
    chunk.add(new Entry(row.at(), new NewProduct(name, content)));
  }

  private void take(List<Entry> chunk) throws IOException {
    if (chunk.isEmpty()) {
      return;
    }
    ProductImportReport report =
        session
            .get(Products.class)
            .importAll(new ImportProducts(chunk.stream().map(Entry::product).toList()));
    for (int i = 0; i < chunk.size(); i++) {
      ProductImportReport.Row row = report.rows().get(i);
      for (String problem : row.problems()) {
        problems.add(chunk.get(i).at(), "product", problem);
      }
      if (row.product() != null) {
        taken.put(row.sku(), row.product());
      }
    }
    tally.add(
        report.count(Outcome.CREATED),
        report.count(Outcome.CHANGED),
        report.count(Outcome.UNCHANGED));
    chunk.clear();
  }
}
