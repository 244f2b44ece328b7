package io.crmkit.api.privacy;

import io.crmkit.api.value.EntityRef;
import java.util.Objects;
import java.util.Set;

/**
 * A person's data are to be erased.
 *
 * @param person the person's record: a customer who is a person
 * @param values what the person is called and reached by, for finding mentions in free texts
 */
public record Erasure(EntityRef person, Set<String> values) {

  public Erasure {
    Objects.requireNonNull(person, "person");
    values = Set.copyOf(values);
  }

  public static Erasure of(EntityRef person) {
    return new Erasure(person, Set.of());
  }
}
