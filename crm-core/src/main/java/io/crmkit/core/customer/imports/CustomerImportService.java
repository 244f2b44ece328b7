package io.crmkit.core.customer.imports;

import io.crmkit.api.customer.CustomerImports;
import io.crmkit.api.customer.ImportCustomers;
import io.crmkit.api.customer.ImportReport;
import io.crmkit.api.customer.PhoneRegion;
import io.crmkit.core.customer.common.Faults;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;

/** The thin way from an import's chunk to its unit of work. */
final class CustomerImportService implements CustomerImports {

  private final Work work;
  private final PhoneRegion phoneRegion;

  @Inject
  CustomerImportService(Work work, PhoneRegion phoneRegion) {
    this.work = work;
    this.phoneRegion = phoneRegion;
  }

  @Override
  public ImportReport take(ImportCustomers chunk) {
    Faults faults = new Faults();
    faults.atMost("rows", chunk.rows(), ImportCustomers.MAX_ROWS);
    faults.orThrow();
    return work.run(
        "customer.import",
        chunk,
        tx -> new CustomerImporter(tx, phoneRegion.of(tx.session()), chunk.rows()).take());
  }
}
