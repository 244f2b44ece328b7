package io.crmkit.core.kernel.work;

import io.crmkit.api.audit.AuditEntry;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.error.ResyncRequired;
import io.crmkit.api.feed.ChangeFeed;
import io.crmkit.api.feed.FeedChange;
import io.crmkit.api.feed.FeedPage;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.storage.Selection;
import io.crmkit.core.kernel.work.KernelEntities.FeedEntry;
import io.crmkit.core.kernel.work.KernelEntities.FeedState;
import io.crmkit.core.kernel.work.KernelEntities.FeedWrite;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the change feed. */
final class ChangeFeedService implements ChangeFeed {

  private static final int MOST = 1_000;

  private final Work work;

  @Inject
  ChangeFeedService(Work work) {
    this.work = work;
  }

  @Override
  public String now() {
    number();
    return work.read(tx -> new FeedCursor(state((Scope) tx).last() + 1, 0).write());
  }

  @Override
  public FeedPage read(@Nullable String after, int limit) {
    if (limit < 1 || limit > MOST) {
      throw new InvalidInput("limit", "is not 1 to " + MOST + ": " + limit);
    }
    FeedCursor cursor = after == null ? null : FeedCursor.read(after);
    number();
    return work.read(tx -> page((Scope) tx, cursor, limit));
  }

  /** In transactions of its own, since only what is committed gets a place. */
  private void number() {
    SessionImpl session = (SessionImpl) work.session();
    if (session.bound() == null) {
      new FeedNumbering(session.kernel()).number(session.tenant());
    }
  }

  private static FeedState state(Scope scope) {
    FeedState state = scope.raw(KernelEntities.FEED_STATES, FeedState.ID);
    return state == null ? FeedState.EMPTY : state;
  }

  private static FeedPage page(Scope scope, @Nullable FeedCursor after, int limit) {
    FeedState state = state(scope);
    FeedCursor begin = after == null ? new FeedCursor(state.expired() + 1, 0) : after;
    if (begin.position() <= state.expired()) {
      throw new ResyncRequired("the changes behind this cursor are not kept any more");
    }
    if (begin.position() > state.last() + 1) {
      throw new ResyncRequired("this cursor is not one of this database");
    }
    List<FeedWrite> writes = new ArrayList<>();
    FeedCursor next = collect(scope, begin, limit, writes);
    List<FeedChange> changes = new FeedEyes(scope).over(audits(scope, writes));
    return new FeedPage(changes, next.write(), next.position() <= state.last());
  }

  /** So many writes from the cursor on; returns the place behind them. */
  private static FeedCursor collect(
      Scope scope, FeedCursor begin, int limit, List<FeedWrite> writes) {
    EntityModel<FeedEntry> model = scope.kernel().models().of(KernelEntities.FEED);
    Selection<FeedEntry> selection =
        new Selection<>(
            FeedNumbering.POSITION.atLeast(begin.position()),
            List.of(FeedNumbering.POSITION.ascending()),
            limit,
            null);
    FeedCursor next = begin;
    for (FeedEntry entry : scope.storage().select(model, scope.session().tenant(), selection)) {
      int from = entry.position() == begin.position() ? begin.index() : 0;
      List<FeedWrite> rest = entry.writes().subList(from, entry.writes().size());
      int room = limit - writes.size();
      if (rest.size() > room) {
        writes.addAll(rest.subList(0, room));
        return new FeedCursor(entry.position(), from + room);
      }
      writes.addAll(rest);
      next = new FeedCursor(entry.position() + 1, 0);
    }
    return next;
  }

  private static List<AuditEntry> audits(Scope scope, List<FeedWrite> writes) {
    Map<UUID, AuditEntry> found = new HashMap<>();
    scope
        .storage()
        .loadAll(
            scope.kernel().models().of(KernelEntities.AUDIT),
            scope.session().tenant(),
            writes.stream().map(FeedWrite::audit).toList())
        .forEach(entry -> found.put(entry.id().value(), entry));
    List<AuditEntry> inOrder = new ArrayList<>();
    for (FeedWrite write : writes) {
      AuditEntry entry = found.get(write.audit());
      if (entry != null) {
        inOrder.add(entry);
      }
    }
    return inOrder;
  }
}
