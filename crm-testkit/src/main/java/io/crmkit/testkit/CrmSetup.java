package io.crmkit.testkit;

import io.crmkit.api.CrmBuilder;
import io.crmkit.core.spi.module.CrmModule;
import java.util.List;

/**
 * What an engine under test needs beyond the modules that the ServiceLoader finds. Implementations
 * have a constructor without parameters and are made once for each storage; a test reaches its own
 * by {@link TestCrm#setup}, such as to ask a recording port what it was told.
 */
public interface CrmSetup {

  /** Further modules. */
  default List<CrmModule> modules() {
    return List.of();
  }

  /** Gives ports, and whatever else the builder knows except storage, clock, ids and tenants. */
  default void configure(CrmBuilder builder) {}

  /** Called before each run of a test: forgets what an earlier one left behind. */
  default void prepare() {}
}
