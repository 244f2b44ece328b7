package io.crmkit.core.kernel.work;

import io.crmkit.api.TenantId;
import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Order;
import io.crmkit.api.error.Conflict;
import io.crmkit.api.error.StaleVersion;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.storage.Selection;
import io.crmkit.core.kernel.storage.StorageTx;
import io.crmkit.core.kernel.work.KernelEntities.FeedEntry;
import io.crmkit.core.kernel.work.KernelEntities.FeedState;
import java.time.Instant;
import java.util.List;

/**
 * Gives committed changes their place in the feed, under a lock of the tenant: one after the other,
 * so that whoever reads up to a place has read everything before it, and a late commit gets a later
 * place. Those who write are not kept waiting by it.
 */
final class FeedNumbering {

  static final Attribute<FeedEntry, Long> POSITION =
      Attribute.of(FeedEntry.class, "position", Long.class);

  /** Commits that wait for their place in one go. */
  private static final int MOST = 10_000;

  private static final int CHUNK = 500;
  private static final int MOST_ATTEMPTS = 5;
  private static final List<Order<FeedEntry>> IN_ORDER = List.of(POSITION.ascending());

  private final Kernel kernel;
  private final EntityModel<FeedEntry> feed;
  private final EntityModel<FeedState> states;

  FeedNumbering(Kernel kernel) {
    this.kernel = kernel;
    this.feed = kernel.models().of(KernelEntities.FEED);
    this.states = kernel.models().of(KernelEntities.FEED_STATES);
  }

  /**
   * Numbers what is committed, and forgets what is older than the feed is kept.
   *
   * @return how many commits got their place
   */
  int number(TenantId tenant) {
    int done = 0;
    int count = MOST;
    while (count == MOST && isWanted(tenant)) {
      count = inLock(tenant, this::numberSome);
      done += count;
    }
    while (isExpired(tenant) && inLock(tenant, this::expireSome) == CHUNK) {
      // The next chunk.
    }
    return done;
  }

  private boolean isWanted(TenantId tenant) {
    return !DueWork.read(kernel, null, s -> unnumbered(s, tenant, 1)).isEmpty();
  }

  private List<FeedEntry> unnumbered(StorageTx storage, TenantId tenant, int limit) {
    return storage.select(
        feed, tenant, new Selection<>(POSITION.lessThan(1L), IN_ORDER, limit, null));
  }

  private boolean isExpired(TenantId tenant) {
    Instant limit = kernel.now().minus(kernel.environment().feedKept());
    return DueWork.read(kernel, null, s -> oldest(s, tenant, 1)).stream()
        .anyMatch(e -> e.recordedAt().isBefore(limit));
  }

  private List<FeedEntry> oldest(StorageTx storage, TenantId tenant, int limit) {
    return storage.select(
        feed, tenant, new Selection<>(POSITION.atLeast(1L), IN_ORDER, limit, null));
  }

  private interface Step {
    int run(StorageTx storage, TenantId tenant, FeedState state);
  }

  /**
   * The lock keeps every other node away. What may still be found changed is a row that H2 has left
   * behind in a file it was killed over: it is read as it was before, but locked as it would have
   * become. Undoing puts it right, and then it can be written.
   *
   * @throws Conflict if the state is found changed again and again
   */
  private int inLock(TenantId tenant, Step step) {
    for (int attempt = 1; ; attempt++) {
      try {
        return inLockOnce(tenant, step);
      } catch (StaleVersion e) {
        if (attempt == MOST_ATTEMPTS) {
          throw new Conflict("the change feed was changed again and again while numbered", e);
        }
      }
    }
  }

  private int inLockOnce(TenantId tenant, Step step) {
    StorageTx storage = kernel.storage().begin();
    boolean committed = false;
    try {
      storage.lockNames(tenant, "feed", List.of("position"));
      FeedState state = storage.load(states, tenant, FeedState.ID.value());
      if (state == null) {
        storage.insert(states, tenant, FeedState.EMPTY);
      }
      int done = step.run(storage, tenant, state == null ? FeedState.EMPTY : state);
      storage.commit();
      committed = true;
      return done;
    } finally {
      if (!committed) {
        storage.rollback();
      }
    }
  }

  private int numberSome(StorageTx storage, TenantId tenant, FeedState state) {
    List<FeedEntry> found = unnumbered(storage, tenant, MOST);
    long position = state.last();
    for (FeedEntry entry : FeedOrder.of(found)) {
      storage.update(feed, tenant, entry, entry.at(++position));
    }
    if (!found.isEmpty()) {
      storage.update(states, tenant, state, state.upTo(position));
    }
    return found.size();
  }

  private int expireSome(StorageTx storage, TenantId tenant, FeedState state) {
    Instant limit = kernel.now().minus(kernel.environment().feedKept());
    List<FeedEntry> expired =
        oldest(storage, tenant, CHUNK).stream()
            .takeWhile(e -> e.recordedAt().isBefore(limit))
            .toList();
    expired.forEach(e -> storage.delete(feed, tenant, e));
    if (!expired.isEmpty()) {
      long last = expired.get(expired.size() - 1).position();
      storage.update(states, tenant, state, state.expiredUpTo(last));
    }
    return expired.size();
  }
}
