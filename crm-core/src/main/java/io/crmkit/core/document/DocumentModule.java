package io.crmkit.core.document;

import io.crmkit.api.document.DocumentLimits;
import io.crmkit.api.document.DocumentReason;
import io.crmkit.api.document.Documents;
import io.crmkit.api.module.ApiVersion;
import io.crmkit.api.module.ModuleInfo;
import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.core.spi.module.ModuleRegistrar;

/** The document store: one of the modules that crm-core itself brings. */
public final class DocumentModule implements CrmModule {

  @Override
  public ModuleInfo info() {
    return ModuleInfo.of("documents", "0.2.0", "io.crmkit:crm-core").builtFor(ApiVersion.CURRENT);
  }

  @Override
  public void register(ModuleRegistrar registrar) {
    registrar.migrations("io/crmkit/core/document/migration");
    registrar.entity(Content.CONTENTS);
    registrar.entity(Chunk.CHUNKS);
    registrar.entity(DocumentService.DOCUMENTS);
    registrar.reasons(DocumentReason.class);
    registrar.port(DocumentLimits.class, DocumentLimits.standard());
    registrar.service(Documents.class, DocumentService.class);
  }
}
