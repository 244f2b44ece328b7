package io.crmkit.core.spi.work;

import io.crmkit.api.CrmSession;
import java.util.function.Function;

/**
 * A session's way to units of work; given to the constructor of every service. Immutable; as safe
 * for threads as the session it belongs to.
 */
public interface Work {

  CrmSession session();

  /**
   * Runs a command: in a transaction of its own, in the one that the session has joined, or nested
   * in the command that called this service. At the end the in-transaction subscribers run and
   * everything is flushed. When the transaction is the kernel's own, a command that met a conflict
   * is run again, a few times.
   *
   * @param name the command's stable name, such as {@code "opportunity.advance"}
   * @param input the command's content, a record; recorded in the fingerprint of idempotency keys
   * @param body does the work; may run more than once, so it must have no effects of its own
   */
  <R> R run(String name, Object input, Function<Tx, R> body);

  /** Runs a read, in the transaction at hand or in one of its own. */
  <R> R read(Function<ReadTx, R> body);
}
