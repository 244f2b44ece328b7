package io.crmkit.core.kernel.work;

import io.crmkit.api.relay.QueuedDelivery;
import io.crmkit.api.relay.QueuedTimer;
import io.crmkit.api.relay.Standing;
import io.crmkit.api.relay.WorkStatus;
import io.crmkit.core.kernel.work.KernelEntities.Attempts;
import io.crmkit.core.kernel.work.KernelEntities.Delivery;
import io.crmkit.core.kernel.work.KernelEntities.StoredTimer;

/** What operators see of durable work. */
final class Snapshots {

  private Snapshots() {}

  static QueuedDelivery of(Delivery delivery) {
    return new QueuedDelivery(
        delivery.id().value(),
        delivery.subscriber(),
        delivery.event().value(),
        delivery.subject(),
        delivery.turn().position(),
        delivery.recordedAt(),
        of(delivery.attempts()));
  }

  static QueuedTimer of(StoredTimer timer) {
    return new QueuedTimer(
        timer.id().value(),
        timer.handler(),
        timer.name(),
        timer.dueAt(),
        timer.setAt(),
        of(timer.attempts()));
  }

  private static Standing of(Attempts attempts) {
    return new Standing(
        attempts.status(),
        attempts.count(),
        attempts.status() == WorkStatus.PARKED ? null : attempts.dueAt(),
        attempts.lastError());
  }
}
