package io.crmkit.core.kernel.work;

import io.crmkit.api.access.FieldAccess.Sight;
import io.crmkit.core.kernel.storage.StorageTx.Cover;
import org.jspecify.annotations.Nullable;

/**
 * Fields as named queries are given them: a masked text without its end, since whoever counts or
 * groups by it could otherwise tell values apart.
 */
final class QueryCover<E> implements Cover<E> {

  private final FieldVeil<E> veil;

  QueryCover(FieldVeil<E> veil) {
    this.veil = veil.withoutEnds();
  }

  @Override
  public boolean hides(String path) {
    return veil.isBlind(path) && mask(path) == null;
  }

  @Override
  public @Nullable String mask(String path) {
    return veil.sightOf(path) == Sight.MASKED ? FieldVeil.MASK : null;
  }

  @Override
  public E shown(E row) {
    return veil.shown(row);
  }
}
