package io.crmkit.api.access;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.customer.CustomerId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * By which attributes records of an entity are somebody's. {@link RolePolicy} knows those of
 * CrmKit's own entities; modules say it of theirs.
 *
 * @param entity the record class
 * @param owner the id of the person who looks after it, or null if there is none
 * @param team that person's team, or null
 * @param territory the territory, or null
 * @param company the customer whose record it is, or null
 */
public record Reach<E>(
    Class<E> entity,
    @Nullable Attribute<E, String> owner,
    @Nullable Attribute<E, String> team,
    @Nullable Attribute<E, String> territory,
    @Nullable Attribute<E, CustomerId> company) {

  public Reach {
    Objects.requireNonNull(entity, "entity");
  }

  /** Records that are nobody's yet. */
  public static <E> Reach<E> of(Class<E> entity) {
    return new Reach<>(entity, null, null, null, null);
  }

  public Reach<E> ownedBy(Attribute<E, String> person) {
    return new Reach<>(entity, person, team, territory, company);
  }

  public Reach<E> ofTeam(Attribute<E, String> attribute) {
    return new Reach<>(entity, owner, attribute, territory, company);
  }

  public Reach<E> inTerritory(Attribute<E, String> attribute) {
    return new Reach<>(entity, owner, team, attribute, company);
  }

  public Reach<E> ofCompany(Attribute<E, CustomerId> customer) {
    return new Reach<>(entity, owner, team, territory, customer);
  }
}
