package io.crmkit.core.kernel.work;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.relay.DeliveryQuery;
import io.crmkit.api.relay.TimerQuery;
import io.crmkit.api.relay.WorkStatus;
import io.crmkit.core.kernel.work.KernelEntities.Delivery;
import io.crmkit.core.kernel.work.KernelEntities.KernelId;
import io.crmkit.core.kernel.work.KernelEntities.StoredTimer;
import java.util.List;
import java.util.UUID;

/** What operators ask for, as criteria. */
final class WorkCriteria {

  static final Attribute<Delivery, UUID> SUBJECT =
      Attribute.of(Delivery.class, "subject.id", UUID.class);
  static final Attribute<Delivery, String> SUBJECT_ENTITY =
      Attribute.of(Delivery.class, "subject.entity", String.class);
  static final Attribute<Delivery, WorkStatus> DELIVERY_STATUS = status(Delivery.class);
  static final Attribute<StoredTimer, WorkStatus> TIMER_STATUS = status(StoredTimer.class);

  private WorkCriteria() {}

  private static <E> Attribute<E, WorkStatus> status(Class<E> type) {
    return Attribute.of(type, "attempts.status", WorkStatus.class);
  }

  static Criteria<Delivery> of(DeliveryQuery query) {
    Criteria<Delivery> where = ids(Delivery.class, query.ids());
    if (query.subscriber() != null) {
      where = where.and(DueWork.Due.DELIVERIES.handler().eq(query.subscriber()));
    }
    if (query.subject() != null) {
      where =
          where
              .and(SUBJECT.eq(query.subject().id()))
              .and(SUBJECT_ENTITY.eq(query.subject().entity()));
    }
    return query.status() == null ? where : where.and(DELIVERY_STATUS.eq(query.status()));
  }

  static Criteria<StoredTimer> of(TimerQuery query) {
    Criteria<StoredTimer> where = ids(StoredTimer.class, query.ids());
    if (query.handler() != null) {
      where = where.and(DueWork.Due.TIMERS.handler().eq(query.handler()));
    }
    return query.status() == null ? where : where.and(TIMER_STATUS.eq(query.status()));
  }

  private static <E> Criteria<E> ids(Class<E> type, List<UUID> ids) {
    return ids.isEmpty()
        ? Criteria.all()
        : Attribute.of(type, "id", KernelId.class).in(ids.stream().map(KernelId::new).toList());
  }
}
