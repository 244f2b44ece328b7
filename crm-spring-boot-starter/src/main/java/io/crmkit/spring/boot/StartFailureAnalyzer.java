package io.crmkit.spring.boot;

import io.crmkit.api.error.StartFailed;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lists the faults that kept the CRM from opening, without a stack trace. */
final class StartFailureAnalyzer extends AbstractFailureAnalyzer<StartFailed> {

  @Override
  protected FailureAnalysis analyze(Throwable root, StartFailed cause) {
    return new FailureAnalysis(
        String.valueOf(cause.getMessage()),
        "Each fault names its module; correct them all.",
        cause);
  }
}
