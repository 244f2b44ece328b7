package io.crmkit.verification.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.verification.baseline.Samples.Base;
import io.crmkit.verification.baseline.Samples.Hidden;
import io.crmkit.verification.baseline.Samples.Person;
import io.crmkit.verification.baseline.Samples.Port;
import io.crmkit.verification.baseline.Samples.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiTextTest {

  @Test
  void aRecordShowsItsComponentsAndTheirNullness() {
    assertThat(textOf(Person.class))
        .isEqualTo(
            """
            public record(java.lang.String name, java.lang.String? nick, java.util.List<java.lang.String?> tags)
            public final boolean equals(java.lang.Object)
            public final int hashCode()
            public final java.lang.String toString()
            public java.lang.String name()
            public java.lang.String? nick()
            public java.util.List<java.lang.String?> tags()
            public new(java.lang.String, java.lang.String?, java.util.List<java.lang.String?>)
            """);
  }

  @Test
  void anInterfaceShowsBoundsWildcardsVarargsAndThrows() {
    assertThat(textOf(Port.class))
        .isEqualTo(
            """
            public interface<T extends java.lang.Number & java.lang.Comparable<T>, N extends java.lang.Object?>
            public abstract <X> X of(java.util.Map<? super T, ? extends java.util.List<?>>, java.util.function.Function<T, X>)
            public abstract int[] all(T[]) varargs throws java.io.IOException
            public default T? maybe()
            public static final java.lang.String NAME
            public static void reset()
            """);
  }

  @Test
  void sealedTypesShowWhoMayExtendThem() {
    assertThat(textOf(Shape.class))
        .isEqualTo(
            "public sealed interface permits "
                + Shape.Dot.class.getCanonicalName()
                + ", "
                + Shape.Line.class.getCanonicalName()
                + "\n");
    assertThat(textOf(Shape.Line.class))
        .startsWith("public enum implements " + Shape.class.getCanonicalName())
        .contains("constant DASHED", "constant SOLID");
  }

  @Test
  void anAbstractClassShowsWhatIsProtectedAndHidesTheRest() {
    assertThat(textOf(Base.class))
        .isEqualTo(
            """
            public abstract static class extends java.lang.Exception
            protected abstract void hook()
            protected new(java.lang.String?)
            """);
  }

  @Test
  void whatIsNotPublicIsLeftOut() {
    assertThat(ApiText.of(List.of(Hidden.class, Hidden.Inner.class))).isEmpty();
  }

  private static String textOf(Class<?> type) {
    return ApiText.of(List.of(type))
        .lines()
        .skip(1)
        .map(line -> line.strip() + "\n")
        .reduce("", String::concat);
  }
}
