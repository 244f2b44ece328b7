package io.crmkit.core.kernel.work;

import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.kernel.json.RawJson;
import io.crmkit.core.kernel.model.Column;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.work.KernelEntities.StoredEvent;
import io.crmkit.core.kernel.work.KernelEntities.StoredTimer;
import io.crmkit.core.spi.storage.Entity;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes personal values out of events, and out of work that is to be done or was done. */
final class WorkEraser {

  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final Scope scope;
  private final PersonalValues values;
  private final Set<EntityRef> records;
  private final RefsByEntity byEntity;
  private final Set<String> ids;

  WorkEraser(Scope scope, PersonalValues values, Set<EntityRef> records) {
    this.scope = scope;
    this.values = values;
    this.records = records;
    this.byEntity = RefsByEntity.of(records);
    this.ids = records.stream().map(ref -> ref.id().toString()).collect(Collectors.toSet());
  }

  int eraseInEvents() {
    int[] erased = new int[1];
    forEach(
        KernelEntities.EVENTS,
        KernelEntities.EVENT_SUBJECT,
        event -> {
          RawJson without = values.without(event.payload(), now -> canBeRead(event.redacted(now)));
          if (records.contains(event.subject()) && without != event.payload()) {
            scope.updateRaw(KernelEntities.EVENTS, event, event.redacted(without));
            erased[0]++;
          }
        });
    return erased[0];
  }

  private boolean canBeRead(StoredEvent event) {
    try {
      new EventReader(scope.kernel().extensions().durable()).read(event);
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  int eraseInDeliveries() {
    int[] erased = new int[1];
    forEach(
        KernelEntities.DELIVERIES,
        KernelEntities.DELIVERY_SUBJECT,
        delivery -> {
          String error = delivery.attempts().lastError();
          String without = withoutError(KernelEntities.DELIVERIES, error);
          if (records.contains(delivery.subject()) && without != null && !without.equals(error)) {
            scope.updateRaw(
                KernelEntities.DELIVERIES,
                delivery,
                delivery.with(delivery.attempts().withError(without)));
            erased[0]++;
          }
        });
    return erased[0];
  }

  private @Nullable String withoutError(Entity<?> entity, @Nullable String error) {
    if (error == null) {
      return null;
    }
    EntityModel<?> model = scope.kernel().models().of(entity);
    Column column = model.column("attempts.lastError");
    return values.without(error, scope.storage().longest(model.table(), column));
  }

  /** Timers whose name, payload or error speaks of one of the records; all of them are read. */
  int eraseInTimers() {
    int[] erased = new int[1];
    new RawRows(scope)
        .forEach(
            KernelEntities.TIMERS,
            Criteria.all(),
            timer -> {
              RawJson payload = timer.payload();
              String error = timer.attempts().lastError();
              String all = timer.name() + (payload == null ? "" : payload.text()) + error;
              if (!speaksOfThem(all)) {
                return;
              }
              RawJson without =
                  payload == null ? null : values.without(payload, now -> canBeRead(timer, now));
              String told = withoutError(KernelEntities.TIMERS, error);
              if (without != payload || !Objects.equals(told, error)) {
                scope.updateRaw(KernelEntities.TIMERS, timer, timer.redacted(without, told));
                erased[0]++;
              }
            });
    return erased[0];
  }

  private boolean canBeRead(StoredTimer timer, RawJson payload) {
    Extensions.TimerEntry handler =
        scope.kernel().extensions().durable().timers().get(timer.handler());
    try {
      return handler == null || payload.as(handler.payload()) != null;
    } catch (RuntimeException e) {
      return false;
    }
  }

  /** Answers that speak of one of the records; few, since keys are kept for some time only. */
  int eraseInKeys() {
    int[] erased = new int[1];
    new RawRows(scope)
        .forEach(
            KernelEntities.USED_KEYS,
            KernelEntities.ANSWER_TYPE.present(),
            key -> {
              RawJson document = key.answer().document();
              if (document != null && speaksOfThem(document.text())) {
                RawJson without =
                    values.without(
                        document,
                        now -> new KeptAnswer(scope).canBeRead(key.redacted(now).answer()));
                if (without != document) {
                  scope.updateRaw(KernelEntities.USED_KEYS, key, key.redacted(without));
                  erased[0]++;
                }
              }
            });
    return erased[0];
  }

  private boolean speaksOfThem(String text) {
    Matcher found = UUID_TEXT.matcher(text);
    while (found.find()) {
      if (ids.contains(found.group())) {
        return true;
      }
    }
    return false;
  }

  private <E> void forEach(Entity<E> log, Attribute<E, UUID> subject, Consumer<E> consumer) {
    for (String entity : byEntity.byEntity().keySet()) {
      byEntity
          .chunks(entity)
          .forEach(some -> new RawRows(scope).forEach(log, subject.in(some), consumer));
    }
  }
}
