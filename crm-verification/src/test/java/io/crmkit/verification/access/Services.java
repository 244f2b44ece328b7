package io.crmkit.verification.access;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.crmkit.api.module.ProvidedBy;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every method of every service that a session can give, found in the classes of the library. */
final class Services {

  /**
   * What the parts in merges and erasures ask, which must reach everything: what is left out would
   * stay behind with a customer that is no more, or with a person that wants to be forgotten. The
   * kernel is told of the records, the caller is not.
   */
  static final Set<String> MUST_BE_WHOLE = Set.of("CustomerMerges.move", "CustomerUnits.recordsOf");

  private Services() {}

  /** Interfaces that say who provides them. */
  static List<Class<?>> all() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(
                "io.crmkit.api",
                "io.crmkit.core",
                "io.crmkit.sales",
                "io.crmkit.service",
                "io.crmkit.assets",
                "io.crmkit.proposals")
            .stream()
            .filter(type -> type.isAnnotatedWith(ProvidedBy.class))
            .sorted(Comparator.comparing(JavaClass::getName))
            .<Class<?>>map(JavaClass::reflect)
            .toList();
  }

  /** What a caller can call. */
  static List<Method> methods(Class<?> service) {
    return Stream.of(service.getMethods())
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .sorted(Comparator.comparing(Method::toGenericString))
        .toList();
  }
}
