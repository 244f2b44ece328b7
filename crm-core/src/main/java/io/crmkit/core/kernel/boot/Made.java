package io.crmkit.core.kernel.boot;

import com.google.inject.Binder;
import com.google.inject.ConfigurationException;
import com.google.inject.Key;
import com.google.inject.Provider;
import com.google.inject.spi.Dependency;
import com.google.inject.spi.InjectionPoint;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes objects of a module's class by its constructor, whose parameters Guice provides and checks
 * at the start. The constructor is called by reflection: Guice itself would generate a class for
 * each, which takes longer than to call it the few times that it is called.
 */
final class Made {

  private final Constructor<?> constructor;
  private final @Nullable Provider<?>[] arguments;

  /**
   * @param given what the caller of {@link #with} gives
   * @throws ConfigurationException unless the class has one constructor for injection, and neither
   *     fields nor methods for it
   */
  Made(Binder binder, Class<?> type, @Nullable Class<?> given) {
    InjectionPoint point = InjectionPoint.forConstructorOf(type);
    constructor = (Constructor<?>) point.getMember();
    constructor.setAccessible(true);
    List<Dependency<?>> dependencies = point.getDependencies();
    arguments = new @Nullable Provider<?>[dependencies.size()];
    for (int i = 0; i < arguments.length; i++) {
      Key<?> key = dependencies.get(i).getKey();
      boolean asked = given == null || !key.equals(Key.get(given));
      arguments[i] = asked ? binder.getProvider(key) : null;
    }
  }

  /** A new object. */
  Object with(@Nullable Object given) {
    @Nullable Object[] values = new @Nullable Object[arguments.length];
    for (int i = 0; i < values.length; i++) {
      Provider<?> argument = arguments[i];
      values[i] = argument == null ? given : argument.get();
    }
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("cannot make " + constructor, e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make " + constructor, e);
    }
  }
}
