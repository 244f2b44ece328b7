package io.crmkit.core.kernel.lab;

import org.jspecify.annotations.Nullable;

/** Somebody to whom specimens refer. */
public record Keeper(KeeperId id, long version, String name, @Nullable String city) {

  public Keeper withName(String newName) {
    return new Keeper(id, version, newName, city);
  }

  public Keeper withCity(@Nullable String newCity) {
    return new Keeper(id, version, name, newCity);
  }
}
