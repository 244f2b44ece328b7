package io.crmkit.core.kernel.work;

import io.crmkit.api.TenantId;
import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Order;
import io.crmkit.api.relay.RelayOptions;
import io.crmkit.api.relay.WorkStatus;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.storage.Selection;
import io.crmkit.core.kernel.storage.StorageTx;
import io.crmkit.core.kernel.work.KernelEntities.Attempts;
import io.crmkit.core.kernel.work.KernelEntities.Delivery;
import java.util.List;

/** The queues of a tenant's deliveries, within a transaction. */
final class DeliveryQueues {

  private static final List<Order<Delivery>> IN_TURN =
      List.of(
          Attribute.of(Delivery.class, "turn.version", Long.class).ascending(),
          Attribute.of(Delivery.class, "turn.position", Long.class).ascending());

  private final Kernel kernel;
  private final StorageTx storage;
  private final TenantId tenant;
  private final EntityModel<Delivery> deliveries;

  /** What one subscriber hears of one subject. */
  record Queue(String subscriber, EntityRef subject) {

    static Queue of(Delivery delivery) {
      return new Queue(delivery.subscriber(), delivery.subject());
    }
  }

  DeliveryQueues(Kernel kernel, StorageTx storage, TenantId tenant) {
    this.kernel = kernel;
    this.storage = storage;
    this.tenant = tenant;
    this.deliveries = kernel.models().of(KernelEntities.DELIVERIES);
  }

  /** The first of a queue, in the order of delivery. */
  List<Delivery> page(Queue queue, int limit) {
    return storage.select(deliveries, tenant, new Selection<>(of(queue), IN_TURN, limit, null));
  }

  private Criteria<Delivery> of(Queue queue) {
    Criteria<Delivery> all =
        DueWork.Due.DELIVERIES
            .handler()
            .eq(queue.subscriber())
            .and(WorkCriteria.SUBJECT.eq(queue.subject().id()))
            .and(WorkCriteria.SUBJECT_ENTITY.eq(queue.subject().entity()));
    boolean strict =
        kernel.environment().relay().parkedHead() == RelayOptions.ParkedHead.HOLDS_ITS_QUEUE;
    return strict
        ? all
        : all.and(
            WorkCriteria.DELIVERY_STATUS.in(
                List.of(WorkStatus.WAITING, WorkStatus.HELD, WorkStatus.SUSPENDED)));
  }

  /** The delivery is at the head of its queue now. */
  void wake(Delivery head) {
    for (Delivery delivery : storage.claim(deliveries, tenant, List.of(head.id().value()))) {
      WorkStatus status = delivery.attempts().status();
      if (status == WorkStatus.HELD || status == WorkStatus.SUSPENDED) {
        put(delivery, delivery.attempts().as(WorkStatus.WAITING, kernel.now()));
      }
    }
  }

  void put(Delivery before, Attempts attempts) {
    storage.update(deliveries, tenant, before, before.with(attempts));
  }
}
