package io.crmkit.core.kernel.work;

import io.crmkit.api.TenantId;
import io.crmkit.core.kernel.storage.StorageTx;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A transaction in which due work is attempted: the session's own, or one for the purpose. What
 * fails within it is undone by itself; should the whole transaction fail, the failure is noted in
 * another one.
 */
final class Attempted {

  private static final Logger LOG = LoggerFactory.getLogger(Attempted.class);

  private final Kernel kernel;
  private final SessionImpl caller;

  Attempted(Kernel kernel, SessionImpl caller) {
    this.kernel = kernel;
    this.caller = caller.asSystem();
  }

  /** Why a transaction failed, and another one in which that can be noted. */
  record Failed(In in, Throwable cause) {}

  /** Runs the work; 0 if the transaction failed. */
  int run(ToIntFunction<In> work) {
    TxContext bound = caller.bound();
    if (bound != null) {
      return runWithin(bound, work);
    }
    TxContext own = kernel.begin(TxContext.Kind.GROUP);
    In in = new In(own);
    try {
      int done = work.applyAsInt(in);
      own.commit();
      return done;
    } catch (RuntimeException e) {
      own.rollback();
      LOG.warn("due work could not be done and will be tried again", e);
      note(in.onFailure, e);
      return 0;
    } finally {
      own.rollback();
    }
  }

  private int runWithin(TxContext bound, ToIntFunction<In> work) {
    int done = work.applyAsInt(new In(bound));
    bound.storage().flush();
    return done;
  }

  private void note(@Nullable Consumer<Failed> onFailure, RuntimeException cause) {
    if (onFailure == null) {
      return;
    }
    TxContext own = kernel.begin(TxContext.Kind.GROUP);
    try {
      onFailure.accept(new Failed(new In(own), cause));
      own.commit();
    } catch (RuntimeException e) {
      LOG.warn("a failure could not be noted", e);
    } finally {
      own.rollback();
    }
  }

  /** The transaction. */
  final class In {
    private final TxContext tx;
    private final SessionImpl session;
    private @Nullable Consumer<Failed> onFailure;

    private In(TxContext tx) {
      this.tx = tx;
      this.session = caller.boundTo(tx);
    }

    SessionImpl session() {
      return session;
    }

    TenantId tenant() {
      return session.tenant();
    }

    StorageTx storage() {
      return tx.storage();
    }

    boolean isOn(String module) {
      return kernel.switches().isOn(session.tenant(), module, tx);
    }

    /** What is noted in another transaction should this one fail. */
    void onFailure(Consumer<Failed> note) {
      onFailure = note;
    }

    /** Does the work, or undoes it and notes the failure. Errors are failures, too. */
    boolean attempt(Runnable work, Consumer<Throwable> note) {
      Checkpoint checkpoint = Checkpoint.set(kernel, tx);
      try {
        work.run();
        checkpoint.keep();
        return true;
      } catch (RuntimeException | Error e) {
        checkpoint.undo(e);
        tx.requireWhole();
        note.accept(e);
        return false;
      } finally {
        checkpoint.leave();
      }
    }
  }
}
