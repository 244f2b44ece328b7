package io.crmkit.core.kernel.history;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One command of one thread: what was asked, what came of it, and between which moments.
 *
 * @param invoked just before the command
 * @param returned just after it
 */
record Call(int thread, Ask ask, Outcome outcome, long invoked, long returned) {

  /** What is asked. */
  sealed interface Ask {}

  /** A new account with this label. */
  record Open(UUID id, String label, long total) implements Ask {}

  /** Replaces the account as it was seen by one with this label and total. */
  record Save(Row seen, String label, long total) implements Ask {}

  /** Deletes the account as it was seen. */
  record Close(Row seen) implements Ask {}

  /** One more, whatever there is, under a lock. */
  record Add(UUID id) implements Ask {}

  /** Moves some from one account to another, under locks, if there is as much. */
  record Transfer(UUID from, UUID to, long amount) implements Ask {}

  /** The next number of a gapless count. */
  record Number() implements Ask {}

  /** One account. */
  record Look(UUID id) implements Ask {}

  /** One more on both, one after the other, as two commands in one transaction. */
  record AddToBoth(UUID first, UUID second) implements Ask {}

  /** What came of it. */
  sealed interface Outcome {}

  /** It was done, and this is what the caller was told. */
  record Told(String answer) implements Outcome {}

  /** The account, as it is or as it became. */
  record Shown(Row row) implements Outcome {}

  /** The label is taken. */
  record Taken() implements Outcome {}

  /** The account is no longer as it was seen. */
  record Stale() implements Outcome {}

  /** There is no such account. */
  record Absent() implements Outcome {}

  /** There is not as much. */
  record Short() implements Outcome {}

  /**
   * It was undone: by the storage because of others, by itself, or by the host. So it must not have
   * had any effect.
   */
  record Undone(String why) implements Outcome {}

  /**
   * An account.
   *
   * @param parts what its parts say its total is; null if it has none
   */
  record Row(UUID id, long version, String label, long total, @Nullable Long parts) {

    /** An account whose parts are as its total says. */
    static Row of(UUID id, long version, String label, long total) {
      return new Row(id, version, label, total, total == 0 ? null : total);
    }
  }
}
