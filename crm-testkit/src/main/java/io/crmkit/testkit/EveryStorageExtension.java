package io.crmkit.testkit;

import io.crmkit.testkit.storage.TestStorage;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Runs a contract test on every storage, once for a look-alike and once for the tenant; with the
 * system property {@code crmkit.lookalike} at {@code false}, for the tenant alone.
 */
final class EveryStorageExtension implements TestTemplateInvocationContextProvider {

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    Class<? extends CrmSetup> setup = setup(context);
    StorageRun.Kind kind =
        Boolean.parseBoolean(System.getProperty("crmkit.lookalike", "true"))
            ? StorageRun.Kind.LOOK_ALIKE
            : StorageRun.Kind.PLAIN;
    return TestStorage.known().stream().map(storage -> new StorageRun(storage, setup, kind));
  }

  private static Class<? extends CrmSetup> setup(ExtensionContext context) {
    Class<? extends CrmSetup> own =
        AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), OnEveryStorage.class)
            .orElseThrow()
            .setup();
    if (own != CrmSetup.class) {
      return own;
    }
    for (Class<?> type = context.getRequiredTestClass();
        type != null;
        type = type.getEnclosingClass()) {
      var inherited = AnnotationSupport.findAnnotation(type, WithSetup.class);
      if (inherited.isPresent()) {
        return inherited.get().value();
      }
    }
    return CrmSetup.class;
  }
}
