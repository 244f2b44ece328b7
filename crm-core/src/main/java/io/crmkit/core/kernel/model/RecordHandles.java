package io.crmkit.core.kernel.model;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;

/** Handles that take a whole record apart, or make one, in a single call. */
final class RecordHandles {

  private RecordHandles() {}

  /**
   * @param accessors of all components, accessible
   * @return from a record to the values of its components, {@code Object[] (Object)}
   */
  static MethodHandle taking(Method[] accessors) {
    MethodHandle[] getters = new MethodHandle[accessors.length];
    try {
      for (int i = 0; i < getters.length; i++) {
        getters[i] =
            MethodHandles.lookup()
                .unreflect(accessors[i])
                .asType(MethodType.methodType(Object.class, Object.class));
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
    MethodHandle array =
        MethodHandles.identity(Object[].class).asCollector(Object[].class, getters.length);
    return MethodHandles.permuteArguments(
        MethodHandles.filterArguments(array, 0, getters),
        MethodType.methodType(Object[].class, Object.class),
        new int[getters.length]);
  }

  /**
   * @param constructor the canonical one, accessible
   * @return from the values of the components to a record, {@code Object (Object[])}
   */
  static MethodHandle making(Constructor<?> constructor) {
    try {
      return MethodHandles.lookup()
          .unreflectConstructor(constructor)
          .asSpreader(Object[].class, constructor.getParameterCount())
          .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
