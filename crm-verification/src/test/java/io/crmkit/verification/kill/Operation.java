package io.crmkit.verification.kill;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a process under load is about to do. It is written down before, and its outcome after, each
 * as one line that is with the operating system before the process goes on.
 *
 * @param number unique within the process
 * @param kind what is done
 * @param words what about, without tabs
 */
record Operation(long number, Kind kind, List<String> words) {

  /** What is done, and which rows it writes when all of it is done. */
  enum Kind {
    /** Registers an organization under an idempotency key. */
    CUSTOMER(1, 1),
    /** Changes a customer. */
    UPDATE(1, 1),
    /** Registers a person and makes it a contact, in one group. */
    CONTACT(2, 1),
    /** Opens an opportunity under an idempotency key. */
    OPEN(1, 1),
    ADVANCE(1, 1),
    WIN(1, 2),
    SET(0, 0),
    MOVE(0, 0),
    CANCEL(0, 0);

    final int audits;
    final int events;

    Kind(int audits, int events) {
      this.audits = audits;
      this.events = events;
    }

    boolean isTimer() {
      return this == SET || this == MOVE || this == CANCEL;
    }

    boolean isKeyed() {
      return this == CUSTOMER || this == OPEN;
    }
  }

  /** How an operation ended, as far as the process was told. */
  enum Outcome {
    /** It was acknowledged. */
    DONE('+'),
    /** The process was told that nothing was done. */
    REFUSED('-'),
    /** Nobody knows: an error of the database, or no answer before the process was killed. */
    UNKNOWN('?');

    final char mark;

    Outcome(char mark) {
      this.mark = mark;
    }
  }

  /** The key under which it is at most once, or its own number. */
  String group() {
    return kind.isKeyed() ? words.get(0) : correlation();
  }

  /** What marks its rows in audit and events. */
  String correlation() {
    return "op-" + number;
  }

  String intent() {
    return line('>', Stream.concat(Stream.of(kind.name()), words.stream()));
  }

  String ended(Outcome outcome, List<String> answer) {
    return line(outcome.mark, answer.stream());
  }

  private String line(char mark, Stream<String> rest) {
    return String.join(
        "\t",
        Stream.concat(Stream.of(String.valueOf(mark), String.valueOf(number)), rest).toList());
  }
}
