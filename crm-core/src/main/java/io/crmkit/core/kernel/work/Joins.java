package io.crmkit.core.kernel.work;

import com.google.common.collect.MapMaker;
import io.crmkit.api.HostTransaction;
import io.crmkit.core.kernel.storage.Storage;
import io.crmkit.core.kernel.storage.StorageTx;
import java.sql.Connection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The transactions of the host that sessions work in. A host may join the same one many times: one
 * instance of {@link HostTransaction} is one context, and whatever stands for the same connection
 * shares its {@link Line}. Both are forgotten when nobody holds the instance or the connection any
 * more. Safe for many threads.
 */
final class Joins {

  private final ConcurrentMap<HostTransaction, TxContext> contexts =
      new MapMaker().weakKeys().weakValues().makeMap();
  private final ConcurrentMap<Connection, Line> lines = new MapMaker().weakKeys().makeMap();

  /** What all contexts on one connection share. For one thread at a time, like the connection. */
  static final class Line {
    private @Nullable TxContext busy;
    private final Set<TenantCache<?>> changed = new HashSet<>(0);

    /** The context whose unit of work is under way; null between commands. */
    @Nullable TxContext busy() {
      return busy;
    }

    void busy(@Nullable TxContext context) {
      busy = context;
    }

    /** The caches that this transaction makes out of date. */
    Set<TenantCache<?>> changed() {
      return changed;
    }
  }

  /** The context of this transaction; a new one if it was not joined yet. */
  TxContext join(Storage storage, HostTransaction host) {
    TxContext known = contexts.get(host);
    if (known != null && !known.ended()) {
      return known;
    }
    StorageTx joined = storage.join(host);
    Connection connection = joined.connection();
    Line line =
        connection == null ? new Line() : lines.computeIfAbsent(connection, c -> new Line());
    TxContext context = new TxContext(joined, host, line);
    contexts.put(host, context);
    return context;
  }
}
