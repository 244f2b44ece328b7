package io.crmkit.api.module;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a module says of itself.
 *
 * @param id short and stable, such as {@code "sales"}; also the name of its table history
 * @param version the module's version
 * @param artifact the Maven coordinates without version, such as {@code "io.crmkit:crm-sales"}
 * @param requires ids of modules without which it cannot start
 * @param after ids of modules that start before it, if they are there
 * @param api the {@link ApiVersion} that it was built for; null if it does not say, which is not
 *     checked then
 */
public record ModuleInfo(
    String id,
    String version,
    String artifact,
    Set<String> requires,
    Set<String> after,
    @Nullable String api) {

  public ModuleInfo {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(artifact, "artifact");
    if (!id.matches("[a-z][a-z0-9_]{0,30}")) {
      throw new IllegalArgumentException("a module id is a short lower-case word: '" + id + "'");
    }
    if (api != null) {
      ApiVersion.numbers(api);
    }
    requires = Set.copyOf(requires);
    after = Set.copyOf(after);
  }

  /** One that does not say for which version of the API it was built. */
  public ModuleInfo(
      String id, String version, String artifact, Set<String> requires, Set<String> after) {
    this(id, version, artifact, requires, after, null);
  }

  public static ModuleInfo of(String id, String version, String artifact) {
    return new ModuleInfo(id, version, artifact, Set.of(), Set.of());
  }

  public ModuleInfo requiring(String... ids) {
    return new ModuleInfo(id, version, artifact, Set.of(ids), after, api);
  }

  public ModuleInfo startingAfter(String... ids) {
    return new ModuleInfo(id, version, artifact, requires, Set.of(ids), api);
  }

  /**
   * The same, built for this version of the API; say {@link ApiVersion#CURRENT}, which the compiler
   * copies into the module.
   *
   * @throws IllegalArgumentException if it is no version
   */
  public ModuleInfo builtFor(String apiVersion) {
    return new ModuleInfo(id, version, artifact, requires, after, apiVersion);
  }
}
