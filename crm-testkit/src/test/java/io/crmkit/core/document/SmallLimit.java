package io.crmkit.core.document;

import io.crmkit.api.CrmBuilder;
import io.crmkit.api.document.DocumentLimits;
import io.crmkit.testkit.CrmSetup;

/** An engine that takes files of three megabytes at most. */
public final class SmallLimit implements CrmSetup {

  static final int LIMIT = 3_000_000;

  @Override
  public void configure(CrmBuilder builder) {
    builder.port(DocumentLimits.class, new DocumentLimits(LIMIT));
  }
}
