package io.crmkit.core.kernel.work;

import io.crmkit.api.TenantId;
import io.crmkit.api.error.StaleVersion;
import io.crmkit.api.event.CrmEvent;
import io.crmkit.api.event.EventEnvelope;
import io.crmkit.api.event.EventHandler;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.storage.StorageTx;
import io.crmkit.core.kernel.work.KernelEntities.KernelId;
import io.crmkit.core.kernel.work.KernelEntities.Sequence;
import io.crmkit.core.spi.work.Tx;
import java.util.List;
import java.util.function.Function;

/**
 * One run of a command in a transaction: its savepoint, its idempotency key, its body, the
 * subscribers in the transaction, and the flush.
 */
final class CommandRun<R> {

  private final SessionImpl session;
  private final Kernel kernel;
  private final String name;
  private final Object input;
  private final Function<Tx, R> body;

  CommandRun(SessionImpl session, String name, Object input, Function<Tx, R> body) {
    this.session = session;
    this.kernel = session.kernel();
    this.name = name;
    this.input = input;
    this.body = body;
  }

  R within(TxContext tx) {
    tx.requireWritable();
    boolean outermost = tx.depth() == 0;
    Checkpoint checkpoint = Checkpoint.set(kernel, tx);
    tx.enter();
    try {
      Scope scope = Scope.writing(session.withoutKey().boundTo(tx), tx, name);
      String key = session.context().key();
      R result =
          key == null
              ? body.apply(scope)
              : new Idempotency(scope, key).once(name, input, () -> body.apply(scope));
      if (outermost) {
        tellSubscribers(tx);
        new FeedWriter(scope).write();
      }
      R shown = outermost && scope.showsLess() ? new ShownResult(scope).of(result) : result;
      tx.requireWhole();
      keep(checkpoint, tx);
      return shown;
    } catch (RuntimeException | Error e) {
      checkpoint.undo(e);
      throw e;
    } finally {
      tx.leave();
      checkpoint.leave();
    }
  }

  /** A savepoint; counts taken up before it are written before it, so that it cannot lose them. */
  static StorageTx.Savepoint savepoint(Kernel kernel, TxContext tx) {
    writeSequences(kernel, tx);
    return tx.storage().savepoint();
  }

  static void writeSequences(Kernel kernel, TxContext tx) {
    EntityModel<Sequence> model = kernel.models().of(KernelEntities.SEQUENCES);
    for (SequenceCount count : List.copyOf(tx.sequences().values())) {
      TenantId tenant = new TenantId(count.tenant);
      Sequence stored = count.stored;
      KernelId id = stored == null ? KernelId.named(count.name) : stored.id();
      if (stored == null) {
        tx.storage().insert(model, tenant, new Sequence(id, 1, count.name, count.last));
      } else if (stored.last() != count.last) {
        tx.storage()
            .update(
                model,
                tenant,
                stored,
                new Sequence(id, stored.version() + 1, count.name, count.last));
      }
    }
    tx.sequences().clear();
  }

  private static void keep(Checkpoint checkpoint, TxContext tx) {
    try {
      checkpoint.keep();
    } catch (StaleVersion e) {
      tx.markLostRace();
      throw e;
    }
  }

  /** Handlers may cause further events; those are told of, too, until there are no more. */
  private void tellSubscribers(TxContext tx) {
    for (int i = 0; i < tx.events().size(); i++) {
      PublishedEvent published = tx.events().get(i);
      EventEnvelope<?> envelope = published.envelope();
      for (Extensions.Subscriber subscriber :
          kernel.extensions().subscribers().getOrDefault(envelope.event().getClass(), List.of())) {
        if (kernel.switches().isOn(session.tenant(), subscriber.module(), tx)) {
          handle(subscriber, published);
        }
      }
    }
    tx.events().clear();
  }

  private static void handle(Extensions.Subscriber subscriber, PublishedEvent published) {
    @SuppressWarnings("unchecked")
    EventEnvelope<CrmEvent> envelope = (EventEnvelope<CrmEvent>) published.envelope();
    Blame.on(
        subscriber.module(),
        "the subscriber " + subscriber.id(),
        () -> {
          @SuppressWarnings("unchecked")
          EventHandler<CrmEvent> handler = (EventHandler<CrmEvent>) subscriber.provider().get();
          handler.on(published.session(), envelope);
        });
  }
}
