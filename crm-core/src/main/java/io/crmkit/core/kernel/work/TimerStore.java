package io.crmkit.core.kernel.work;

import io.crmkit.core.kernel.json.RawJson;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.storage.StorageTx;
import io.crmkit.core.kernel.work.KernelEntities.Attempts;
import io.crmkit.core.kernel.work.KernelEntities.KernelId;
import io.crmkit.core.kernel.work.KernelEntities.StoredTimer;
import io.crmkit.core.spi.timer.TimerKey;
import io.crmkit.core.spi.timer.Timers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Timers of a unit of work. A timer's id follows from its key, so that setting it needs no look at
 * what there is: one statement, which waits for a rival and never fails.
 */
final class TimerStore implements Timers {

  private final Scope scope;
  private final EntityModel<StoredTimer> model;

  TimerStore(Scope scope) {
    this.scope = scope;
    this.model = scope.kernel().models().of(KernelEntities.TIMERS);
  }

  static KernelId idOf(TimerKey key) {
    return KernelId.named(key.handler() + "\n" + key.name());
  }

  @Override
  public void set(TimerKey key, Instant due, Object payload) {
    scope.requireWriting();
    Extensions.TimerEntry handler = handler(key);
    if (!handler.payload().isInstance(payload)) {
      throw new IllegalArgumentException(
          "the handler " + key.handler() + " takes a " + handler.payload().getName());
    }
    put(key, due, RawJson.ofValue(payload));
  }

  @Override
  public boolean move(TimerKey key, Instant due) {
    scope.requireWriting();
    StoredTimer timer = locked(key);
    if (timer == null) {
      return false;
    }
    put(key, due, timer.payload());
    return true;
  }

  @Override
  public boolean cancel(TimerKey key) {
    scope.requireWriting();
    StoredTimer timer = locked(key);
    if (timer == null) {
      return false;
    }
    scope.storage().delete(model, scope.session().tenant(), timer);
    return true;
  }

  @Override
  public Optional<Instant> due(TimerKey key) {
    handler(key);
    return Optional.ofNullable(scope.raw(KernelEntities.TIMERS, idOf(key))).map(StoredTimer::dueAt);
  }

  private void put(TimerKey key, Instant due, @Nullable RawJson payload) {
    if (!due.isBefore(Attempts.NEVER)) {
      throw new IllegalArgumentException("a timer is due before " + Attempts.NEVER + ": " + due);
    }
    Instant moment = due.truncatedTo(ChronoUnit.MICROS);
    StoredTimer timer =
        new StoredTimer(
            idOf(key),
            1,
            key.handler(),
            key.name(),
            moment,
            scope.now(),
            payload,
            Attempts.fresh(moment));
    scope.storage().put(model, scope.session().tenant(), timer);
    if (!moment.isAfter(scope.now())) {
      scope
          .context()
          .afterCommit(scope.kernel().waking(Lane.timers(scope.session().tenant(), key.handler())));
    }
  }

  private @Nullable StoredTimer locked(TimerKey key) {
    handler(key);
    StorageTx storage = scope.storage();
    KernelId id = idOf(key);
    storage.lock(model, scope.session().tenant(), List.of(id.value()));
    return storage.load(model, scope.session().tenant(), id.value());
  }

  private Extensions.TimerEntry handler(TimerKey key) {
    Extensions.TimerEntry handler =
        scope.kernel().extensions().durable().timers().get(key.handler());
    if (handler == null) {
      throw new IllegalArgumentException("no module registers the timer handler " + key.handler());
    }
    return handler;
  }
}
