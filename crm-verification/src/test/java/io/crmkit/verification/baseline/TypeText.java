package io.crmkit.verification.baseline;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes types with their arguments and their nullness. The JDK's own {@code toString} is not used:
 * it differs between releases.
 */
final class TypeText {

  private TypeText() {}

  static String of(AnnotatedType type) {
    String nullness = type.isAnnotationPresent(Nullable.class) ? "?" : "";
    if (type instanceof AnnotatedArrayType array) {
      return of(array.getAnnotatedGenericComponentType()) + "[]" + nullness;
    }
    if (type instanceof AnnotatedParameterizedType generic) {
      Class<?> raw = (Class<?>) ((ParameterizedType) generic.getType()).getRawType();
      String arguments = join(generic.getAnnotatedActualTypeArguments());
      return raw.getName() + "<" + arguments + ">" + nullness;
    }
    if (type instanceof AnnotatedWildcardType wildcard) {
      return of(wildcard);
    }
    if (type instanceof AnnotatedTypeVariable variable) {
      return ((TypeVariable<?>) variable.getType()).getName() + nullness;
    }
    return name(type.getType()) + nullness;
  }

  static String join(AnnotatedType... types) {
    return Arrays.stream(types).map(TypeText::of).collect(joining(", "));
  }

  /** Returns {@code <T extends A & B> }, or nothing if there are no parameters. */
  static String parameters(TypeVariable<?>... variables) {
    if (variables.length == 0) {
      return "";
    }
    return Arrays.stream(variables)
        .map(variable -> variable.getName() + bounds(variable))
        .collect(joining(", ", "<", ">"));
  }

  private static String bounds(TypeVariable<?> variable) {
    List<String> bounds =
        Arrays.stream(variable.getAnnotatedBounds())
            .map(TypeText::of)
            .filter(bound -> !bound.equals("java.lang.Object"))
            .toList();
    return bounds.isEmpty() ? "" : " extends " + String.join(" & ", bounds);
  }

  private static String of(AnnotatedWildcardType wildcard) {
    if (wildcard.getAnnotatedLowerBounds().length > 0) {
      return "? super " + join(wildcard.getAnnotatedLowerBounds());
    }
    String upper = join(wildcard.getAnnotatedUpperBounds());
    return upper.isEmpty() || upper.equals("java.lang.Object") ? "?" : "? extends " + upper;
  }

  private static String name(Type type) {
    if (type instanceof GenericArrayType array) {
      return name(array.getGenericComponentType()) + "[]";
    }
    return Objects.requireNonNullElse(((Class<?>) type).getCanonicalName(), type.getTypeName());
  }
}
