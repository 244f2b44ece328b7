package io.crmkit.api.audit;

import io.crmkit.api.module.ProvidedBy;
import io.crmkit.api.value.EntityRef;
import java.util.List;

/** Reads the audit. */
@ProvidedBy("io.crmkit:crm-core")
public interface AuditLog {

  /**
   * Every write of a record, in the order in which they were made.
   *
   * @throws io.crmkit.api.error.NotFound if the caller may not see the record
   */
  List<AuditEntry> historyOf(EntityRef subject);
}
