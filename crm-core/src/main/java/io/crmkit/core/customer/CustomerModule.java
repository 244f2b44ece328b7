package io.crmkit.core.customer;

import io.crmkit.api.customer.CustomerReason;
import io.crmkit.api.module.ApiVersion;
import io.crmkit.api.module.ModuleInfo;
import io.crmkit.core.customer.contact.ContactFeature;
import io.crmkit.core.customer.imports.ImportFeature;
import io.crmkit.core.customer.interaction.InteractionFeature;
import io.crmkit.core.customer.registry.RegistryFeature;
import io.crmkit.core.customer.relationship.RelationshipFeature;
import io.crmkit.core.customer.view.ViewFeature;
import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.core.spi.module.ModuleRegistrar;

/** The customer domain: organizations, persons, and everything known about them. */
public final class CustomerModule implements CrmModule {

  /** The module's id. */
  public static final String ID = "customers";

  @Override
  public ModuleInfo info() {
    return ModuleInfo.of(ID, "0.2.0", "io.crmkit:crm-core").builtFor(ApiVersion.CURRENT);
  }

  @Override
  public void register(ModuleRegistrar registrar) {
    registrar.migrations("io/crmkit/core/customer/migration");
    registrar.reasons(CustomerReason.class);
    RegistryFeature.register(registrar);
    ContactFeature.register(registrar);
    RelationshipFeature.register(registrar);
    InteractionFeature.register(registrar);
    ImportFeature.register(registrar);
    ViewFeature.register(registrar);
  }
}
