package io.crmkit.core.spi.module;

import io.crmkit.api.module.CrmExtension;

/**
 * A module: the built-in ones and third-party plugins come through this same door, found by {@code
 * ServiceLoader} or handed to the builder. Needs a public constructor without parameters to be
 * found.
 */
public interface CrmModule extends CrmExtension {

  /** Says what the module brings. Called once, at start; what it registers is then frozen. */
  void register(ModuleRegistrar registrar);
}
