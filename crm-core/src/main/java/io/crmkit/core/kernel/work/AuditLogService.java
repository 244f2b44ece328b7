package io.crmkit.core.kernel.work;

import io.crmkit.api.access.AccessRequest.Operation;
import io.crmkit.api.audit.AuditEntry;
import io.crmkit.api.audit.AuditLog;
import io.crmkit.api.audit.AuditSearch;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.error.NotFound;
import io.crmkit.api.relay.QueuedDelivery;
import io.crmkit.api.relay.QueuedTimer;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.work.KernelEntities.KernelId;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** Reads the audit of records that the caller may see. */
final class AuditLogService implements AuditLog {

  private final Work work;

  @Inject
  AuditLogService(Work work) {
    this.work = work;
  }

  @Override
  public List<AuditEntry> historyOf(EntityRef subject) {
    return work.read(
        tx -> {
          requireVisible(tx, subject);
          List<AuditEntry> entries =
              tx
                  .store(KernelEntities.AUDIT)
                  .all(
                      KernelEntities.AUDIT_SUBJECT
                          .eq(subject.id())
                          .and(KernelEntities.AUDIT_ENTITY.eq(subject.entity())))
                  .stream()
                  .sorted(
                      Comparator.comparingLong(AuditEntry::subjectVersion)
                          .thenComparing(e -> e.times().recordedAt()))
                  .toList();
          return new AuditVeil((Scope) tx, ((Scope) tx).kernel().models()).over(entries);
        });
  }

  @Override
  public Page<AuditEntry> search(AuditSearch search) {
    return work.read(
        tx -> {
          Scope scope = (Scope) tx;
          Page<AuditEntry> page = new AuditPages(scope).page(search);
          List<AuditEntry> veiled =
              new AuditVeil(scope, scope.kernel().models()).over(page.items());
          return new Page<>(veiled, page.next());
        });
  }

  /** Of deliveries and timers, the policy decides by what operators see of them. */
  static boolean mayBeShown(Scope scope, EntityModel<?> model) {
    WorkAccess access = new WorkAccess(scope.sessionImpl());
    if (model.entity() == KernelEntities.DELIVERIES) {
      return access.allows(QueuedDelivery.class, Operation.READ);
    }
    return model.entity() != KernelEntities.TIMERS
        || access.allows(QueuedTimer.class, Operation.READ);
  }

  /** What is deleted can still be seen by those who may see every record of its kind. */
  private void requireVisible(ReadTx tx, EntityRef subject) {
    EntityModel<?> model = ((Scope) tx).kernel().models().named(subject.entity());
    KernelId id = new KernelId(subject.id());
    if (model == null || !mayBeShown(((Scope) tx), model)) {
      throw new NotFound(subject);
    }
    boolean visible = tx.store(model.entity()).find(id).isPresent();
    boolean deleted = tx.tenantWide().store(model.entity()).find(id).isEmpty();
    if (!visible && !(deleted && ((Scope) tx).seesAll(model))) {
      throw new NotFound(subject);
    }
  }
}
