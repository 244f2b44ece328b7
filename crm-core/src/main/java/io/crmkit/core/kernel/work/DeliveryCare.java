package io.crmkit.core.kernel.work;

import io.crmkit.api.access.AccessRequest.Operation;
import io.crmkit.api.relay.DeliveryQuery;
import io.crmkit.api.relay.QueuedDelivery;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.work.KernelEntities.Attempts;
import io.crmkit.core.kernel.work.KernelEntities.Delivery;
import io.crmkit.core.spi.work.Work;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What an operator does to deliveries. */
final class DeliveryCare {

  private final Care<Delivery> care;

  DeliveryCare(Work work) {
    this.care = new Care<>(work, KernelEntities.DELIVERIES, QueuedDelivery.class);
  }

  int retry(DeliveryQuery which) {
    return care.toAll(
        WorkCriteria.of(which),
        new Care.Act<>("delivery.retry", Operation.CHANGE, DeliveryCare::retry));
  }

  int discard(DeliveryQuery which) {
    return care.toAll(
        WorkCriteria.of(which),
        new Care.Act<>("delivery.discard", Operation.DELETE, DeliveryCare::discard));
  }

  private static void retry(Scope scope, List<Delivery> deliveries) {
    EntityModel<Delivery> model = scope.kernel().models().of(KernelEntities.DELIVERIES);
    for (Delivery delivery : deliveries) {
      Care.change(scope, model, delivery, delivery.with(Attempts.fresh(scope.now())));
      wake(scope, delivery.subscriber());
    }
  }

  private static void discard(Scope scope, List<Delivery> deliveries) {
    EntityModel<Delivery> model = scope.kernel().models().of(KernelEntities.DELIVERIES);
    Set<DeliveryQueues.Queue> queues = new LinkedHashSet<>();
    for (Delivery delivery : deliveries) {
      Care.delete(scope, model, delivery);
      queues.add(DeliveryQueues.Queue.of(delivery));
    }
    DeliveryQueues all =
        new DeliveryQueues(scope.kernel(), scope.storage(), scope.session().tenant());
    for (DeliveryQueues.Queue queue : queues) {
      all.page(queue, 1).forEach(all::wake);
      wake(scope, queue.subscriber());
    }
  }

  private static void wake(Scope scope, String subscriber) {
    scope
        .context()
        .afterCommit(scope.kernel().waking(Lane.deliveries(scope.session().tenant(), subscriber)));
  }
}
