package io.crmkit.core.kernel.lab;

import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.testkit.CrmSetup;
import java.util.List;

/** An engine with the lab and its annex. */
public final class LabSetup implements CrmSetup {

  private final LabHooks hooks = new LabHooks();

  public LabHooks hooks() {
    return hooks;
  }

  @Override
  public List<CrmModule> modules() {
    return List.of(new LabModule(hooks), new AnnexModule(hooks));
  }

  @Override
  public void prepare() {
    hooks.clear();
  }
}
