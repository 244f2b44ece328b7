package io.crmkit.core.kernel.model;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/**
 * Takes records of one class apart and puts them together. Core reflection is used rather than
 * method handles: it costs nothing at start, and the just-in-time compiler sees through it.
 */
final class RecordShape {

  private final RecordComponent[] components;
  private final Method[] accessors;
  private final Class<?> type;
  private volatile @Nullable Constructor<?> constructor;

  private RecordShape(Class<?> type) {
    this.type = type;
    components = type.getRecordComponents();
    accessors = new Method[components.length];
    for (int i = 0; i < components.length; i++) {
      accessors[i] = components[i].getAccessor();
      accessors[i].setAccessible(true);
    }
  }

  /** Looked up when the first record is made: most kinds of records are not made at the start. */
  private Constructor<?> constructor() {
    Constructor<?> known = constructor;
    if (known == null) {
      Class<?>[] types = new Class<?>[components.length];
      for (int i = 0; i < types.length; i++) {
        types[i] = components[i].getType();
      }
      try {
        known = type.getDeclaredConstructor(types);
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException("a record without its canonical constructor: " + type, e);
      }
      known.setAccessible(true);
      constructor = known;
    }
    return known;
  }

  static RecordShape of(Class<?> type) {
    if (!type.isRecord()) {
      throw new IllegalArgumentException(type.getName() + " is not a record");
    }
    return new RecordShape(type);
  }

  RecordComponent[] components() {
    return components;
  }

  @Nullable Object get(int index, Object record) {
    try {
      return accessors[index].invoke(record);
    } catch (InvocationTargetException e) {
      throw rethrown(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  Object construct(@Nullable Object[] values) {
    try {
      return constructor().newInstance(values);
    } catch (InvocationTargetException e) {
      throw rethrown(e.getCause());
    } catch (InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RuntimeException rethrown(@Nullable Throwable cause) {
    if (cause instanceof RuntimeException runtime) {
      return runtime;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return new IllegalStateException(cause);
  }
}
