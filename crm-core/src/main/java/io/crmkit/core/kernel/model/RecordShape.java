package io.crmkit.core.kernel.model;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/**
 * Takes records of one class apart and puts them together: at first by core reflection, which costs
 * nothing at the start; a class of which many are met gets method handles, which take a while to
 * make and do all components in one call. Safe for many threads.
 */
final class RecordShape {

  /** One for each class, whatever the number of engines; forgotten with the class. */
  private static final ClassValue<RecordShape> SHAPES =
      new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
          return new RecordShape(type);
        }
      };

  /** So many calls are as dear as the handles, roughly. */
  private static final int MANY = 2_000;

  private final RecordComponent[] components;
  private final Method[] accessors;
  private final Class<?> type;
  private volatile @Nullable Constructor<?> constructor;
  private volatile @Nullable MethodHandle taker;
  private volatile @Nullable MethodHandle maker;

  /** Counted without care for races: it is not about one more or less. */
  private int taken;

  private int made;

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
    return SHAPES.get(type);
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

  /** The values of all components. */
  @Nullable Object[] all(Object record) {
    MethodHandle handle = taker;
    if (handle != null) {
      return taken(handle, record);
    }
    if (++taken == MANY) {
      taker = RecordHandles.taking(accessors);
    }
    @Nullable Object[] values = new @Nullable Object[accessors.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = get(i, record);
    }
    return values;
  }

  private static @Nullable Object[] taken(MethodHandle handle, Object record) {
    try {
      return (@Nullable Object[]) handle.invokeExact(record);
    } catch (Throwable e) {
      throw rethrown(e);
    }
  }

  Object construct(@Nullable Object[] values) {
    MethodHandle handle = maker;
    if (handle != null) {
      return made(handle, values);
    }
    if (++made == MANY) {
      maker = RecordHandles.making(constructor());
    }
    try {
      return constructor().newInstance(values);
    } catch (InvocationTargetException e) {
      throw rethrown(e.getCause());
    } catch (InstantiationException | IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object made(MethodHandle handle, @Nullable Object[] values) {
    try {
      return (Object) handle.invokeExact(values);
    } catch (Throwable e) {
      throw rethrown(e);
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
