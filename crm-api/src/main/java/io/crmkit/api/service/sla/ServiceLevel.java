package io.crmkit.api.service.sla;

import java.util.Objects;

/**
 * One revision of a service level as kept in the CRM. A revision never changes: contracts and
 * requests keep the one they were made with.
 *
 * @param id the revision's id
 * @param version always 1 once stored
 * @param code what the level is called, the same for all its revisions
 * @param revision 1, 2, 3 ...
 * @param name for people
 * @param terms what it promises
 */
public record ServiceLevel(
    ServiceLevelId id,
    long version,
    String code,
    int revision,
    String name,
    ServiceLevelTerms terms) {

  public ServiceLevel {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(terms, "terms");
  }
}
