package io.crmkit.testkit;

import io.crmkit.api.CrmSession;
import io.crmkit.api.module.ProvidedBy;
import io.crmkit.testkit.storage.MemoryStorage;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Gives each test a tenant, and what it asks for of it. */
final class CrmTestExtension implements ParameterResolver {

  private static final ExtensionContext.Namespace SPACE =
      ExtensionContext.Namespace.create(CrmTestExtension.class);

  /** So that constructors, too, are given the tenant of their test and not one of the class. */
  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == TestCrm.class
        || type == CrmSession.class
        || type == Samples.class
        || type == RecordedEvents.class
        || type == MutableClock.class
        || type.isAnnotationPresent(ProvidedBy.class);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    TestCrm crm = crm(context);
    Class<?> type = parameter.getParameter().getType();
    if (type == TestCrm.class) {
      return crm;
    } else if (type == CrmSession.class) {
      return crm.session();
    } else if (type == Samples.class) {
      return new Samples(crm.session());
    } else if (type == RecordedEvents.class) {
      return new RecordedEvents(crm);
    } else if (type == MutableClock.class) {
      return crm.clock();
    }
    return crm.session()
        .find(type)
        .<Object>map(service -> service)
        .orElseThrow(() -> missing(type));
  }

  private static ParameterResolutionException missing(Class<?> service) {
    return new ParameterResolutionException(
        "no module on the class path provides "
            + service.getName()
            + "; add the artifact "
            + service.getAnnotation(ProvidedBy.class).value()
            + " to the tests, or name the module in a setup");
  }

  /** One tenant for each test, whichever of its methods asks first. */
  private static TestCrm crm(ExtensionContext context) {
    return context
        .getStore(SPACE)
        .getOrComputeIfAbsent(TestCrm.class, key -> begin(context), TestCrm.class);
  }

  private static TestCrm begin(ExtensionContext context) {
    Class<? extends CrmSetup> setup =
        AnnotationSupport.findAnnotation(context.getRequiredTestClass(), CrmTest.class)
            .<Class<? extends CrmSetup>>map(CrmTest::setup)
            .orElse(CrmSetup.class);
    long seed =
        (context.getRequiredTestClass().getName()
                + context.getTestMethod().map(method -> method.getName()).orElse(""))
            .hashCode();
    return TestCrm.on(new MemoryStorage(), setup, seed);
  }
}
