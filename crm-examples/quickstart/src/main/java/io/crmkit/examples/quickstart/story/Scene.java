package io.crmkit.examples.quickstart.story;

import io.crmkit.api.CrmSession;
import io.crmkit.examples.quickstart.erp.ErpLike;
import java.nio.file.Path;

/**
 * Where the story is told. The session may stand alone, belong to a group of commands or have
 * joined a host's transaction: the story neither knows nor cares.
 *
 * @param session whose tenant gets the records
 * @param clock the clock that the CRM was opened with
 * @param erp the ERP that the CRM was opened with
 * @param folder where files are written for the reader
 */
public record Scene(CrmSession session, StoryClock clock, ErpLike erp, Path folder) {}
