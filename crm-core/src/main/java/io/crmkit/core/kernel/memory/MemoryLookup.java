package io.crmkit.core.kernel.memory;

import io.crmkit.api.TenantId;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.core.kernel.criteria.RecordMatcher;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.storage.Selection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Other records of a tenant, as a transaction sees them. */
record MemoryLookup(MemoryTx tx, TenantId tenant) implements RecordMatcher.Lookup {

  @Override
  public <E> @Nullable E load(EntityModel<E> model, UUID id) {
    return tx.load(model, tenant, id);
  }

  @Override
  public <E> List<E> all(EntityModel<E> model, Criteria<E> where) {
    return tx.select(model, tenant, Selection.all(where));
  }
}
