package io.crmkit.core.kernel.work;

import io.crmkit.api.access.AccessRequest.Operation;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.storage.StorageTx.Cover;
import io.crmkit.core.kernel.storage.StorageTx.Cut;
import io.crmkit.core.spi.storage.Entity;
import org.jspecify.annotations.Nullable;

/** What named queries see: records that the caller may read, and of them what he is shown. */
record ScopeCut(Scope scope) implements Cut {

  @Override
  public <E> Criteria<E> of(Entity<E> entity) {
    return scope.allowed(model(entity), Operation.READ);
  }

  @Override
  public <E> @Nullable Cover<E> cover(Entity<E> entity) {
    FieldVeil<E> veil = scope.isForCaller() ? scope.veil(model(entity)) : null;
    return veil == null || !veil.coversSomething() ? null : new QueryCover<>(veil);
  }

  private <E> EntityModel<E> model(Entity<E> entity) {
    return scope.kernel().models().of(entity);
  }
}
