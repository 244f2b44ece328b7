package io.crmkit.verification.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.crmkit.api.Stability;
import io.crmkit.verification.BuiltModules;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whoever compiles against a package can read how far to rely on it. */
class StabilityTest {

  @Test
  void everyPackageOfApiAndSpiIsMarked() throws ClassNotFoundException {
    Set<String> packages = new TreeSet<>();
    for (String module : Set.of("crm-api", "crm-core")) {
      for (JavaClass type : new ClassFileImporter().importPath(BuiltModules.classes(module))) {
        String name = type.getPackageName();
        if (name.startsWith("io.crmkit.api") || name.startsWith("io.crmkit.core.spi")) {
          packages.add(name);
        }
      }
    }

    assertThat(packages).hasSizeGreaterThan(40);
    for (String name : packages) {
      Class<?> info = Class.forName(name + ".package-info");
      assertThat(info.getAnnotation(Stability.class)).as(name).isNotNull();
    }
  }
}
