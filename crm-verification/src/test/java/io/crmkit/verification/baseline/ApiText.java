package io.crmkit.verification.baseline;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes down what a module promises at compile time: the public types of its exported packages,
 * and their public and protected members, sorted. A {@code ?} behind a type says that it may be
 * null.
 */
final class ApiText {

  /** What of a type's modifiers a caller can notice. */
  private static final int TYPE_MODIFIERS =
      Modifier.PUBLIC | Modifier.PROTECTED | Modifier.ABSTRACT | Modifier.STATIC | Modifier.FINAL;

  private static final int MEMBER_MODIFIERS = TYPE_MODIFIERS;

  private ApiText() {}

  /** Returns the text of the module whose compiled classes are in that folder. */
  static String ofModule(Path classes) {
    Set<String> exported = exportedPackages(classes.resolve("module-info.class"));
    return of(typesIn(classes, exported));
  }

  /** Returns the text of the packages whose names begin like this. */
  static String ofPackages(Path classes, String beginning) {
    Set<String> packages = new TreeSet<>();
    try (Stream<Path> files = Files.walk(classes)) {
      files
          .filter(file -> file.getFileName().toString().equals("package-info.class"))
          .map(file -> classes.relativize(file.getParent()).toString().replace('\\', '/'))
          .map(name -> name.replace('/', '.'))
          .filter(name -> name.startsWith(beginning))
          .forEach(packages::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return of(typesIn(classes, packages));
  }

  /** Returns the text of those types; what is not public is left out. */
  static String of(List<Class<?>> types) {
    return types.stream()
        .filter(ApiText::isPublic)
        .map(ApiText::section)
        .sorted()
        .collect(joining("\n"));
  }

  private static Set<String> exportedPackages(Path moduleInfo) {
    try (InputStream in = Files.newInputStream(moduleInfo)) {
      return ModuleDescriptor.read(in).exports().stream()
          .filter(export -> !export.isQualified())
          .map(ModuleDescriptor.Exports::source)
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Class<?>> typesIn(Path classes, Set<String> packages) {
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .map(file -> classes.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .filter(name -> packages.contains(name.substring(0, Math.max(0, name.lastIndexOf('.')))))
          .<Class<?>>map(ApiText::load)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, ApiText.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("built, but not on the class path: " + name, e);
    }
  }

  private static boolean isPublic(Class<?> type) {
    if (type.isAnonymousClass() || type.isLocalClass() || type.isSynthetic()) {
      return false;
    }
    boolean visible = Modifier.isPublic(type.getModifiers()) || isProtected(type.getModifiers());
    return visible && (type.getDeclaringClass() == null || isPublic(type.getDeclaringClass()));
  }

  private static boolean isProtected(int modifiers) {
    return Modifier.isProtected(modifiers);
  }

  private static String section(Class<?> type) {
    Stream<String> members =
        Stream.of(
                Arrays.stream(type.getDeclaredFields())
                    .filter(ApiText::isShown)
                    .map(ApiText::field),
                Arrays.stream(type.getDeclaredConstructors())
                    .filter(ApiText::isShown)
                    .map(ApiText::constructor),
                Arrays.stream(type.getDeclaredMethods())
                    .filter(ApiText::isShown)
                    .map(ApiText::method))
            .flatMap(lines -> lines)
            .sorted();
    return Stream.concat(Stream.of(header(type)), members)
        .map(line -> "  " + line + "\n")
        .collect(joining("", type.getCanonicalName() + "\n", ""));
  }

  private static String header(Class<?> type) {
    List<String> words = new ArrayList<>();
    int hidden = type.isInterface() ? Modifier.ABSTRACT | Modifier.STATIC : 0;
    if (type.isRecord() || type.isEnum()) {
      hidden = Modifier.FINAL | Modifier.ABSTRACT | Modifier.STATIC;
    }
    words.add(Modifier.toString(type.getModifiers() & TYPE_MODIFIERS & ~hidden));
    if (type.isSealed()) {
      words.add("sealed");
    }
    words.add(kind(type) + TypeText.parameters(type.getTypeParameters()) + components(type));
    AnnotatedType parent = type.getAnnotatedSuperclass();
    if (parent != null && kind(type).equals("class") && parent.getType() != Object.class) {
      words.add("extends " + TypeText.of(parent));
    }
    AnnotatedType[] interfaces = type.getAnnotatedInterfaces();
    if (interfaces.length > 0 && !type.isAnnotation()) {
      words.add((type.isInterface() ? "extends " : "implements ") + TypeText.join(interfaces));
    }
    if (type.isSealed()) {
      words.add(
          Arrays.stream(type.getPermittedSubclasses())
              .map(Class::getCanonicalName)
              .filter(Objects::nonNull)
              .sorted()
              .collect(joining(", ", "permits ", "")));
    }
    return String.join(" ", words);
  }

  private static String kind(Class<?> type) {
    if (type.isAnnotation()) {
      return "@interface";
    }
    if (type.isInterface()) {
      return "interface";
    }
    if (type.isEnum()) {
      return "enum";
    }
    return type.isRecord() ? "record" : "class";
  }

  private static String components(Class<?> type) {
    if (!type.isRecord()) {
      return "";
    }
    return Arrays.stream(type.getRecordComponents())
        .map(component -> TypeText.of(component.getAnnotatedType()) + " " + component.getName())
        .collect(joining(", ", "(", ")"));
  }

  private static boolean isShown(Field field) {
    return !field.isSynthetic() && isVisible(field.getModifiers());
  }

  private static boolean isShown(Executable executable) {
    return !executable.isSynthetic() && isVisible(executable.getModifiers());
  }

  private static boolean isVisible(int modifiers) {
    return Modifier.isPublic(modifiers) || isProtected(modifiers);
  }

  private static String field(Field field) {
    if (field.isEnumConstant()) {
      return "constant " + field.getName();
    }
    String modifiers = Modifier.toString(field.getModifiers() & MEMBER_MODIFIERS);
    return modifiers + " " + TypeText.of(field.getAnnotatedType()) + " " + field.getName();
  }

  private static String constructor(Constructor<?> constructor) {
    String modifiers = Modifier.toString(constructor.getModifiers() & MEMBER_MODIFIERS);
    return modifiers
        + " new"
        + TypeText.parameters(constructor.getTypeParameters())
        + arguments(constructor);
  }

  private static String method(Method method) {
    List<String> words = new ArrayList<>();
    words.add(Modifier.toString(method.getModifiers() & MEMBER_MODIFIERS));
    if (method.isDefault()) {
      words.add("default");
    }
    String parameters = TypeText.parameters(method.getTypeParameters());
    if (!parameters.isEmpty()) {
      words.add(parameters);
    }
    words.add(TypeText.of(method.getAnnotatedReturnType()));
    words.add(method.getName() + arguments(method));
    if (method.getDefaultValue() != null) {
      words.add("has a default");
    }
    return String.join(" ", words);
  }

  private static String arguments(Executable executable) {
    String text = "(" + TypeText.join(executable.getAnnotatedParameterTypes()) + ")";
    if (executable.isVarArgs()) {
      text += " varargs";
    }
    if (executable.getExceptionTypes().length > 0) {
      text += " throws " + TypeText.join(executable.getAnnotatedExceptionTypes());
    }
    return text;
  }
}
