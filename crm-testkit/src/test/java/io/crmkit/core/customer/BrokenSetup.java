package io.crmkit.core.customer;

import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.testkit.CrmSetup;
import java.util.List;

/** An engine with a plugin whose contributions fail. */
public final class BrokenSetup implements CrmSetup {

  @Override
  public List<CrmModule> modules() {
    return List.of(new BrokenModule());
  }
}
