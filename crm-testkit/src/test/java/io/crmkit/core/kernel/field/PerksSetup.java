package io.crmkit.core.kernel.field;

import io.crmkit.api.customer.Customer;
import io.crmkit.api.field.Field;
import io.crmkit.api.field.FieldChoice;
import io.crmkit.api.field.FieldDeclaration;
import io.crmkit.api.field.FieldLabel;
import io.crmkit.api.field.FieldRules;
import io.crmkit.api.field.FieldUse;
import io.crmkit.api.field.SingleField;
import io.crmkit.api.module.ModuleInfo;
import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.core.spi.module.ModuleRegistrar;
import io.crmkit.testkit.CrmSetup;
import java.util.List;

/** A module that gives customers a field. */
public final class PerksSetup implements CrmSetup {

  static final SingleField<String> TIER = Field.choice("perks.tier");

  @Override
  public List<CrmModule> modules() {
    return List.of(new Perks());
  }

  private static final class Perks implements CrmModule {
    @Override
    public ModuleInfo info() {
      return ModuleInfo.of("perks", "1", "io.example:perks");
    }

    @Override
    public void register(ModuleRegistrar registrar) {
      registrar.field(
          FieldDeclaration.of(Customer.class, TIER)
              .withLabel(FieldLabel.of("Tier", "等级"))
              .withRules(
                  FieldRules.any()
                      .withStandard("basic")
                      .withChoices(List.of(FieldChoice.of("basic"), FieldChoice.of("gold"))))
              .withUse(FieldUse.searched()));
    }
  }
}
