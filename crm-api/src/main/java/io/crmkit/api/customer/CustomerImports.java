package io.crmkit.api.customer;

import io.crmkit.api.module.ProvidedBy;

/** Takes over many customers at once. As safe for threads as the session that gave it. */
@ProvidedBy("io.crmkit:crm-core")
public interface CustomerImports {

  /**
   * Takes over customers from another system, recognising by the external key those that were taken
   * before: doing it again changes nothing. All rows that can be taken are, in one unit of work;
   * what is wrong with the others is in the report. A parent may stand in the same chunk, in any
   * order, or have been taken before; a row whose parent comes in a later chunk is taken without
   * it, says so, and gets it when it is sent again.
   *
   * @throws io.crmkit.api.error.InvalidInput if there are more than {@link
   *     ImportCustomers#MAX_ROWS}
   */
  ImportReport take(ImportCustomers chunk);
}
