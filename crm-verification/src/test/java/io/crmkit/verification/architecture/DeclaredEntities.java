package io.crmkit.verification.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.crmkit.core.spi.storage.Entity;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

/** The declarations of all modules, found in their classes. */
public final class DeclaredEntities {

  private DeclaredEntities() {}

  static JavaClasses library() {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages(
            "io.crmkit.core",
            "io.crmkit.sales",
            "io.crmkit.service",
            "io.crmkit.assets",
            "io.crmkit.proposals");
  }

  public static List<Entity<?>> all() {
    List<Entity<?>> entities = new ArrayList<>();
    for (JavaClass type : library()) {
      for (JavaField field : type.getFields()) {
        if (field.getRawType().isEquivalentTo(Entity.class)
            && field.getModifiers().contains(JavaModifier.STATIC)) {
          entities.add(valueOf(field.reflect()));
        }
      }
    }
    return entities;
  }

  private static Entity<?> valueOf(Field field) {
    try {
      field.setAccessible(true);
      return (Entity<?>) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
