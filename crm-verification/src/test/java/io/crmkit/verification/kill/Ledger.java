package io.crmkit.verification.kill;

import io.crmkit.api.module.ProvidedBy;
import java.time.Instant;

/** The commands of {@link LedgerModule}. */
@ProvidedBy("io.crmkit:crm-ledger")
public interface Ledger {

  void hear(String event, String subscriber);

  void fire(String timer, String due);

  void set(String timer, Instant due);

  /** False if there is no such timer any more. */
  boolean move(String timer, Instant due);

  /** False if there is no such timer any more. */
  boolean cancel(String timer);
}
