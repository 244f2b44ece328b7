package io.crmkit.testkit;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Runs the body of a test for the look-alike tenant, on a test instance of its own. */
final class TwinRun {

  private final ExtensionContext context;
  private final TestCrm crm;

  TwinRun(ExtensionContext context, TestCrm crm) {
    this.context = context;
    this.crm = crm;
  }

  void run() throws Exception {
    Class<?> type = context.getRequiredTestClass();
    Object test = instance(type);
    for (Method method : lifecycle(type, BeforeEach.class, HierarchyTraversalMode.TOP_DOWN)) {
      call(method, test);
    }
    try {
      call(context.getRequiredTestMethod(), test);
    } finally {
      for (Method method : lifecycle(type, AfterEach.class, HierarchyTraversalMode.BOTTOM_UP)) {
        call(method, test);
      }
    }
  }

  private static List<Method> lifecycle(
      Class<?> type, Class<? extends Annotation> annotation, HierarchyTraversalMode order) {
    return AnnotationSupport.findAnnotatedMethods(type, annotation, order);
  }

  private static Object instance(Class<?> type) throws Exception {
    Constructor<?>[] constructors = type.getDeclaredConstructors();
    Class<?> outer = type.getEnclosingClass();
    boolean inner = outer != null && !java.lang.reflect.Modifier.isStatic(type.getModifiers());
    if (constructors.length != 1 || constructors[0].getParameterCount() != (inner ? 1 : 0)) {
      throw new ExtensionConfigurationException(
          "a class of contract tests has one constructor without parameters: " + type.getName());
    }
    constructors[0].setAccessible(true);
    if (inner && outer != null) {
      return constructors[0].newInstance(instance(outer));
    }
    return constructors[0].newInstance();
  }

  private void call(Method method, Object test) throws Exception {
    @Nullable Object[] arguments =
        Arrays.stream(method.getParameterTypes()).map(t -> argument(method, t)).toArray();
    try {
      ReflectionSupport.invokeMethod(method, test, arguments);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Exception e) {
      if (e instanceof InvocationTargetException wrapped
          && wrapped.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    }
  }

  private Object argument(Method method, Class<?> type) {
    if (type != TestCrm.class) {
      throw new ExtensionConfigurationException(
          "a contract test takes a TestCrm and nothing else: " + method);
    }
    return crm;
  }
}
