package io.crmkit.api.module;

import java.util.Set;

/** Switches modules on and off for the session's tenant. Data stays where it is. */
@ProvidedBy("io.crmkit:crm-core")
public interface Modules {

  /** The ids of the modules that are on for this tenant. */
  Set<String> on();

  /**
   * Takes the module's services, guards and contributions away from this tenant.
   *
   * @throws io.crmkit.api.error.InvalidInput if no such module is loaded
   * @throws io.crmkit.api.error.Refused if it is the kernel or another module that is on requires
   *     it
   */
  void switchOff(String moduleId);

  /**
   * Gives them back.
   *
   * @throws io.crmkit.api.error.InvalidInput if no such module is loaded
   */
  void switchOn(String moduleId);
}
