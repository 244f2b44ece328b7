package io.crmkit.core.kernel.memory;

import io.crmkit.core.kernel.model.DbType;
import java.util.UUID;

/** A row's key: tenants apart, ids in the order of databases. */
record RowKey(String tenant, UUID id) implements Comparable<RowKey> {

  private static final UUID FIRST = new UUID(0, 0);
  private static final UUID LAST = new UUID(-1, -1);

  static RowKey first(String tenant) {
    return new RowKey(tenant, FIRST);
  }

  static RowKey last(String tenant) {
    return new RowKey(tenant, LAST);
  }

  @Override
  public int compareTo(RowKey other) {
    int tenants = tenant.compareTo(other.tenant);
    return tenants != 0 ? tenants : DbType.unsigned(id, other.id);
  }
}
