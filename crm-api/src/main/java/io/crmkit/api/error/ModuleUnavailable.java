package io.crmkit.api.error;

/**
 * A service was asked for whose module is not there, or is switched off for this tenant. The
 * message names the artifact to add, where the service says which one it comes from.
 */
public final class ModuleUnavailable extends CrmException {

  private static final long serialVersionUID = 1L;

  private final String service;
  private final String artifact;

  public ModuleUnavailable(String message, String service, String artifact) {
    super(message);
    this.service = service;
    this.artifact = artifact;
  }

  /** The class name of the service interface. */
  public String service() {
    return service;
  }

  /** The artifact that brings it, such as {@code "io.crmkit:crm-sales"}; may be empty. */
  public String artifact() {
    return artifact;
  }
}
