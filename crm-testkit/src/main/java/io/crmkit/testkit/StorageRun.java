package io.crmkit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.TenantId;
import io.crmkit.testkit.storage.TestStorage;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.opentest4j.TestAbortedException;

/** One run of a contract test on one storage. */
final class StorageRun
    implements TestTemplateInvocationContext,
        ExecutionCondition,
        BeforeEachCallback,
        AfterEachCallback,
        ParameterResolver {

  enum Kind {
    PLAIN,
    LOOK_ALIKE
  }

  private final TestStorage storage;
  private final Class<? extends CrmSetup> setup;
  private final Kind kind;

  private @Nullable TestCrm crm;
  private @Nullable TestCrm lookAlike;
  private @Nullable Fingerprint before;

  StorageRun(TestStorage storage, Class<? extends CrmSetup> setup, Kind kind) {
    this.storage = storage;
    this.setup = setup;
    this.kind = kind;
  }

  @Override
  public String getDisplayName(int invocationIndex) {
    return "[" + storage.name() + "]";
  }

  @Override
  public List<Extension> getAdditionalExtensions() {
    return List.of(this);
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (storage.wanted()) {
      return ConditionEvaluationResult.enabled("the storage is at hand, or required");
    }
    ContractCounts.skip(storage.name());
    return ConditionEvaluationResult.disabled(
        storage.name() + " is missing: " + storage.missing().orElse(""));
  }

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    SharedEngine engine = SharedEngine.of(storage, setup);
    TenantId tenant = engine.freshTenant("tenant");
    long seed = seed(context);
    if (kind == Kind.LOOK_ALIKE) {
      // The two tenants' keys differ in nothing but their case.
      TenantId twin = new TenantId(tenant.value().toUpperCase(Locale.ROOT));
      lookAlike = engine.begin(twin, seed);
      new TwinRun(context, lookAlike).run();
      before = lookAlike.fingerprint();
    }
    crm = engine.begin(tenant, seed);
  }

  /** The same for every storage and tenant, another for every test. */
  private static long seed(ExtensionContext context) {
    return (context.getRequiredTestClass().getName() + context.getRequiredTestMethod().getName())
        .hashCode();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    boolean aborted =
        context.getExecutionException().filter(TestAbortedException.class::isInstance).isPresent();
    if (!aborted) {
      ContractCounts.add(storage.name());
    }
    assertThat(LibraryStatements.newFaults()).as("statements against the rules").isEmpty();
    if (lookAlike != null && before != null && context.getExecutionException().isEmpty()) {
      assertThat(lookAlike.fingerprint().rows())
          .as("what the other tenant holds, after the same was done for this one")
          .isEqualTo(before.rows());
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestCrm.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (crm == null) {
      throw new IllegalStateException("the run has not begun");
    }
    return crm;
  }
}
