package io.crmkit.api.error;

/**
 * A module failed in what another one asked of it: a guard, an action or a handler of an event
 * broke off with an exception that CrmKit does not know. The cause is that exception.
 */
public final class ModuleFailure extends CrmException {

  private static final long serialVersionUID = 1L;

  private final String module;
  private final String part;

  /**
   * @param module the id of the module
   * @param part which of its parts, such as {@code "the guard loyalty.gold-discount"}
   */
  public ModuleFailure(String module, String part, Throwable cause) {
    super(part + " of module " + module + " failed: " + cause, cause);
    this.module = module;
    this.part = part;
  }

  /** The id of the module that failed. */
  public String module() {
    return module;
  }

  /** Which of its parts. */
  public String part() {
    return part;
  }
}
