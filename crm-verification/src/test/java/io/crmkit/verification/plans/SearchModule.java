package io.crmkit.verification.plans;

import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.module.ModuleInfo;
import io.crmkit.api.module.ProvidedBy;
import io.crmkit.core.spi.module.CrmModule;
import io.crmkit.core.spi.module.ModuleRegistrar;
import io.crmkit.core.spi.storage.Entity;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;

/** Searches any entity, as every service does it. */
final class SearchModule implements CrmModule {

  @Override
  public ModuleInfo info() {
    return ModuleInfo.of("search", "0", "io.crmkit:crm-verification");
  }

  @Override
  public void register(ModuleRegistrar registrar) {
    registrar.service(Searches.class, SearchService.class);
  }

  /** Searches with eyes for the whole tenant. */
  @ProvidedBy("io.crmkit:crm-verification")
  public interface Searches {
    /** Asks for the first page of what matches. */
    <E> void page(Entity<E> entity, Criteria<E> where);
  }

  /** By the store that services use. */
  public static final class SearchService implements Searches {
    private final Work work;

    @Inject
    public SearchService(Work work) {
      this.work = work;
    }

    @Override
    public <E> void page(Entity<E> entity, Criteria<E> where) {
      work.read(tx -> tx.tenantWide().store(entity).list(Query.where(where)).size());
    }
  }
}
