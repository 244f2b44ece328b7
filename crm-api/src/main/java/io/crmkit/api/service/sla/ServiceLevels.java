package io.crmkit.api.service.sla;

import io.crmkit.api.module.ProvidedBy;
import java.util.List;
import java.util.Optional;

/** The tenant's service levels. As safe for threads as the session it comes from. */
@ProvidedBy("io.crmkit:crm-service")
public interface ServiceLevels {

  /**
   * Defines a service level, or its next revision if the code is known. Defining what is already in
   * force changes nothing and gives the revision that is there.
   *
   * @throws io.crmkit.api.error.InvalidInput if code or name do not have their form
   * @throws io.crmkit.api.error.Refused if the calendar is not defined
   */
  ServiceLevel define(DefineServiceLevel command);

  /** The revision in force. */
  Optional<ServiceLevel> current(String code);

  /**
   * A revision, in force or not.
   *
   * @throws io.crmkit.api.error.NotFound if there is none
   */
  ServiceLevel get(ServiceLevelId id);

  /** The revisions in force of all service levels, by code. */
  List<ServiceLevel> list();
}
