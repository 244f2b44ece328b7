package io.crmkit.core.kernel.work;

import io.crmkit.api.access.AccessRequest.Operation;
import io.crmkit.api.relay.QueuedTimer;
import io.crmkit.api.relay.TimerQuery;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.work.KernelEntities.Attempts;
import io.crmkit.core.kernel.work.KernelEntities.StoredTimer;
import io.crmkit.core.spi.work.Work;
import java.util.List;

/** What an operator does to timers. */
final class TimerCare {

  private final Care<StoredTimer> care;

  TimerCare(Work work) {
    this.care = new Care<>(work, KernelEntities.TIMERS, QueuedTimer.class);
  }

  int retry(TimerQuery which) {
    return care.toAll(
        WorkCriteria.of(which), new Care.Act<>("timer.retry", Operation.CHANGE, TimerCare::retry));
  }

  int discard(TimerQuery which) {
    return care.toAll(
        WorkCriteria.of(which),
        new Care.Act<>("timer.discard", Operation.DELETE, TimerCare::discard));
  }

  private static void retry(Scope scope, List<StoredTimer> timers) {
    EntityModel<StoredTimer> model = scope.kernel().models().of(KernelEntities.TIMERS);
    for (StoredTimer timer : timers) {
      Care.change(scope, model, timer, timer.with(Attempts.fresh(scope.now())));
      scope
          .context()
          .afterCommit(
              scope.kernel().waking(Lane.timers(scope.session().tenant(), timer.handler())));
    }
  }

  private static void discard(Scope scope, List<StoredTimer> timers) {
    EntityModel<StoredTimer> model = scope.kernel().models().of(KernelEntities.TIMERS);
    timers.forEach(timer -> Care.delete(scope, model, timer));
  }
}
