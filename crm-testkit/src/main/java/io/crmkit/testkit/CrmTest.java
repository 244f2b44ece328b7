package io.crmkit.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Tests of this class run against CrmKit in memory, with all modules of the class path, each in a
 * tenant of its own. Constructors and methods take what they need as parameters:
 *
 * <pre>{@code
 * @CrmTest
 * class RatingTest {
 *
 *   @Test
 *   void a_customer_is_rated(Ratings ratings, Samples given, RecordedEvents events) {
 *     Customer acme = given.organization("Acme");
 *
 *     ratings.rate(acme.id(), 5);
 *
 *     assertThat(events.single(CustomerRated.class).stars()).isEqualTo(5);
 *   }
 * }
 * }</pre>
 *
 * <ul>
 *   <li>any service: an interface annotated {@code @ProvidedBy}, of the actor {@value
 *       TestCrm#ACTOR};
 *   <li>{@code CrmSession}: of the same actor;
 *   <li>{@link Samples}: sample data;
 *   <li>{@link RecordedEvents}: what was published;
 *   <li>{@link MutableClock}: the engine's clock, which stands still until it is moved;
 *   <li>{@link TestCrm}: everything else: other actors, the access policy, deliveries, timers.
 * </ul>
 *
 * <p>Ids are the same in every run of a test. The engine is made once for each {@linkplain #setup
 * setup} and JVM, so that a test costs some milliseconds; since its tests share the clock, they run
 * one after the other even where JUnit runs tests in parallel.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(CrmTestExtension.class)
@ResourceLock("io.crmkit.testkit.MutableClock")
public @interface CrmTest {

  /** Further modules, ports and settings; nothing special by default. */
  Class<? extends CrmSetup> setup() default CrmSetup.class;
}
