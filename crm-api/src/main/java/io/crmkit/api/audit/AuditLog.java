package io.crmkit.api.audit;

import io.crmkit.api.criteria.Page;
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

  /**
   * Writes of any records, the latest first, as far as the caller may see the records: of those
   * that are deleted, if he may see every record of their kind. The access policy is also asked
   * whether he may read {@link AuditEntry} at all, and which.
   *
   * <p>A page may have fewer entries than asked for, or none, and not be the last: so much at most
   * is looked through for one page. Only {@link Page#next} tells.
   *
   * @throws io.crmkit.api.error.AccessDenied if the policy denies reading the audit
   * @throws io.crmkit.api.error.InvalidInput if the cursor is not one of this search
   */
  Page<AuditEntry> search(AuditSearch search);
}
