package io.crmkit.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A contract test: the method takes a {@link TestCrm} and is run on every storage, and on each
 * twice. The second run, named {@code look-alike}, first runs the same body for another tenant, so
 * that this other tenant holds the same records with the same ids; then for the tenant proper; and
 * then nothing that the other tenant holds may have changed.
 *
 * <pre>{@code
 * @OnEveryStorage
 * void a_lead_that_is_captured_twice_is_one_lead(TestCrm crm) {
 *   Leads leads = crm.session().get(Leads.class);
 *   ...
 * }
 * }</pre>
 *
 * <p>Every run has a tenant of its own, in an engine that all runs with the same storage and
 * {@linkplain #setup() setup} share. {@code @BeforeEach} and {@code @AfterEach} methods may take
 * the {@code TestCrm}, too; in the look-alike run they and the test method are called on a test
 * instance of their own for each tenant. Test methods take no other parameters.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@TestTemplate
@Tag("contract")
@ExtendWith(EveryStorageExtension.class)
public @interface OnEveryStorage {

  /** Modules and ports; the class's {@link WithSetup}, or else nothing special, by default. */
  Class<? extends CrmSetup> setup() default CrmSetup.class;
}
