package io.crmkit.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What may become of a public type. Every package that hosts and modules compile against is marked;
 * a type can be marked otherwise than its package. What is not in these packages is internal, even
 * where Java lets one use it.
 *
 * <p>Whatever changes incompatibly is told in {@code UPGRADING.md}, with what to do about it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PACKAGE, ElementType.TYPE})
public @interface Stability {

  /** How far it can be relied on. */
  Level value();

  /** How far something can be relied on. */
  enum Level {
    /**
     * Callers go on compiling and running within a major version; before 1.0, within a minor one.
     * Records get no further components, interfaces that hosts implement no further methods.
     */
    STABLE,
    /** Useful now, and still learning: may change in any version but a patch. */
    EVOLVING
  }
}
