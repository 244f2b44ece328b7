package io.crmkit.core.kernel.work;

import io.crmkit.core.kernel.work.KernelEntities.FeedEntry;
import io.crmkit.core.kernel.work.KernelEntities.FeedWrite;
import io.crmkit.core.kernel.work.KernelEntities.KernelId;
import java.util.List;

/** Writes down for the change feed what a command has written: one row for all of it. */
final class FeedWriter {

  /** Few enough for one document, many enough for a bulk import to make few rows. */
  private static final int MOST = 1_000;

  private final Scope scope;

  FeedWriter(Scope scope) {
    this.scope = scope;
  }

  /** Called once, at the end of the command that the host called. */
  void write() {
    List<FeedWrite> writes = scope.context().writes();
    for (int i = 0; i < writes.size(); i += MOST) {
      scope.insertRaw(
          KernelEntities.FEED,
          new FeedEntry(
              new KernelId(scope.newId()),
              1,
              0,
              scope.now(),
              List.copyOf(writes.subList(i, Math.min(writes.size(), i + MOST)))));
    }
    if (!writes.isEmpty()) {
      scope.context().afterCommit(scope.kernel().waking(Lane.feed(scope.session().tenant())));
      writes.clear();
    }
  }
}
