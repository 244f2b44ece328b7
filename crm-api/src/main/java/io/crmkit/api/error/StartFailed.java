package io.crmkit.api.error;

import java.util.List;

/** CrmKit could not start. Every fault that was found is listed, each with its module. */
public final class StartFailed extends CrmException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> faults;

  public StartFailed(List<String> faults) {
    super("CrmKit cannot start:\n  - " + String.join("\n  - ", faults));
    this.faults = List.copyOf(faults);
  }

  public List<String> faults() {
    return faults;
  }
}
