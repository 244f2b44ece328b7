package io.crmkit.testkit;

import io.crmkit.testkit.storage.TestStorage;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Runs a contract test on every storage, plain and with a look-alike. */
final class EveryStorageExtension implements TestTemplateInvocationContextProvider {

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    Class<? extends CrmSetup> setup = setup(context);
    return TestStorage.known().stream()
        .flatMap(
            storage ->
                Stream.of(
                    new StorageRun(storage, setup, StorageRun.Kind.PLAIN),
                    new StorageRun(storage, setup, StorageRun.Kind.LOOK_ALIKE)));
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
