package io.crmkit.core.customer.imports;

import io.crmkit.api.customer.CustomerImports;
import io.crmkit.core.spi.module.ModuleRegistrar;

/** Taking over many customers at once. */
public final class ImportFeature {

  private ImportFeature() {}

  public static void register(ModuleRegistrar registrar) {
    registrar.service(CustomerImports.class, CustomerImportService.class);
  }
}
