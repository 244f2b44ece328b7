package io.crmkit.verification;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds the compiled classes of the other modules of this build. */
public final class BuiltModules {

  /** The modules whose classes end up in a host or in a plugin's tests. */
  public static final List<String> LIBRARIES =
      List.of(
          "crm-api",
          "crm-core",
          "crm-sales",
          "crm-service",
          "crm-assets",
          "crm-proposals",
          "crm-jta",
          "crm-spring-boot-starter",
          "crm-testkit");

  private BuiltModules() {}

  /** Returns the folder that holds all modules. */
  public static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve("crm-verification"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("not run inside the source tree: " + Path.of("").toUri());
    }
    return folder;
  }

  /** Returns the folder of a module's compiled main classes; it is missing while there are none. */
  public static Path classes(String module) {
    return root().resolve(module).resolve("target").resolve("classes");
  }
}
