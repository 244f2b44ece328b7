package io.crmkit.api.event;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The stable name and version of an event, under which it is stored; never a class name. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventName {

  /** Such as {@code "sales.opportunity-won"}. */
  String value();

  /** Raised whenever the components change their meaning. */
  int version() default 1;
}
