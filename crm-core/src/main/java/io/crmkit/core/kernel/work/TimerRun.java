package io.crmkit.core.kernel.work;

import io.crmkit.api.relay.WorkStatus;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.work.KernelEntities.Attempts;
import io.crmkit.core.kernel.work.KernelEntities.StoredTimer;
import io.crmkit.core.spi.timer.TimerFired;
import io.crmkit.core.spi.timer.TimerHandler;
import io.crmkit.core.spi.timer.TimerKey;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fires timers. Locking the timer, deleting it and running its handler are one transaction, so that
 * it fires once, and again if the node dies before the end.
 */
final class TimerRun {

  private static final Logger LOG = LoggerFactory.getLogger(TimerRun.class);

  private final Kernel kernel;
  private final EntityModel<StoredTimer> timers;

  TimerRun(Kernel kernel) {
    this.kernel = kernel;
    this.timers = kernel.models().of(KernelEntities.TIMERS);
  }

  List<DueTask> tasks(Lane lane, SessionImpl session, List<StoredTimer> found) {
    return found.stream()
        .map(
            timer ->
                new DueTask(
                    lane,
                    List.of(lane.tenant(), timer.id()),
                    () ->
                        new Attempted(kernel, session)
                            .run(in -> fire(in, lane.handler(), timer.id().value()))))
        .toList();
  }

  private int fire(Attempted.In in, String id, UUID timer) {
    List<StoredTimer> claimed =
        in.storage().claim(timers, in.tenant(), List.of(timer)).stream()
            .filter(this::isDue)
            .toList();
    if (claimed.isEmpty()) {
      return 0;
    }
    StoredTimer due = claimed.get(0);
    Extensions.TimerEntry handler = kernel.extensions().durable().timers().get(id);
    if (handler == null || !in.isOn(handler.module())) {
      suspend(in, due);
      return 0;
    }
    in.onFailure(
        failed ->
            failed.in().storage().claim(timers, in.tenant(), List.of(timer)).stream()
                .filter(due::equals)
                .forEach(again -> note(failed.in(), again, failed.cause())));
    boolean fired =
        in.attempt(
            () -> {
              // Before the handler, which may set the timer anew.
              in.storage().delete(timers, in.tenant(), due);
              call(in, handler, due);
            },
            failure -> note(in, due, failure));
    return fired ? 1 : 0;
  }

  private boolean isDue(StoredTimer timer) {
    return timer.attempts().status() != WorkStatus.PARKED
        && !timer.attempts().dueAt().isAfter(kernel.now());
  }

  private static void call(Attempted.In in, Extensions.TimerEntry handler, StoredTimer timer) {
    if (timer.payload() == null) {
      throw new IllegalStateException("the timer has no payload");
    }
    Object payload = timer.payload().as(handler.payload());
    @SuppressWarnings("unchecked")
    TimerHandler<Object> called = (TimerHandler<Object>) handler.provider().get();
    called.on(
        in.session(),
        new TimerFired<>(new TimerKey(timer.handler(), timer.name()), timer.dueAt(), payload));
  }

  private void note(Attempted.In in, StoredTimer timer, Throwable failure) {
    Attempts attempts =
        Retries.failed(
            timer.attempts(), kernel.environment().relay().retry(), kernel.now(), failure);
    if (attempts.status() == WorkStatus.PARKED) {
      LOG.error("timer {} of {} is parked", timer.name(), timer.handler(), failure);
    } else {
      LOG.debug("timer {} of {} failed", timer.name(), timer.handler(), failure);
    }
    in.storage().update(timers, in.tenant(), timer, timer.with(attempts));
  }

  private void suspend(Attempted.In in, StoredTimer timer) {
    Instant now = kernel.now();
    if (timer.attempts().dueAt().plus(DueWork.GRACE).isBefore(now)) {
      Attempts attempts = timer.attempts().as(WorkStatus.SUSPENDED, now.plus(DueWork.LOOK_AGAIN));
      in.storage().update(timers, in.tenant(), timer, timer.with(attempts));
    }
  }
}
