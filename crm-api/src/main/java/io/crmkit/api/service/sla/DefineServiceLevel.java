package io.crmkit.api.service.sla;

import java.util.Objects;

/**
 * Defines a service level, or a new revision of it.
 *
 * @param code lower-case words joined by hyphens, 1 to 64 characters
 * @param name for people, 1 to 200 characters
 * @param terms what it promises; its calendar must be defined
 */
public record DefineServiceLevel(String code, String name, ServiceLevelTerms terms) {

  public DefineServiceLevel {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(terms, "terms");
  }
}
