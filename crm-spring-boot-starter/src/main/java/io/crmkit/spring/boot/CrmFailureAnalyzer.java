package io.crmkit.spring.boot;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is missing, and what to do about it. */
final class CrmFailureAnalyzer extends AbstractFailureAnalyzer<PartMissing> {

  @Override
  protected FailureAnalysis analyze(Throwable root, PartMissing cause) {
    return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.action(), cause);
  }
}
