package io.crmkit.core.kernel.history;

import io.crmkit.core.kernel.history.Call.Add;
import io.crmkit.core.kernel.history.Call.AddToBoth;
import io.crmkit.core.kernel.history.Call.Ask;
import io.crmkit.core.kernel.history.Call.Close;
import io.crmkit.core.kernel.history.Call.Look;
import io.crmkit.core.kernel.history.Call.Number;
import io.crmkit.core.kernel.history.Call.Open;
import io.crmkit.core.kernel.history.Call.Outcome;
import io.crmkit.core.kernel.history.Call.Row;
import io.crmkit.core.kernel.history.Call.Save;
import io.crmkit.core.kernel.history.Call.Shown;
import io.crmkit.core.kernel.history.Call.Transfer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One thread of a history: asks at random, mostly about the same few accounts, and remembers what
 * it was shown, so that it also comes with what is long out of date.
 */
final class Player {

  private static final String[] LABELS = {"a", "b", "c", "d", "e"};

  private final int number;
  private final Desk desk;
  private final Random random;
  private final CopyOnWriteArrayList<UUID> accounts;
  private final List<Row> seen = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();

  Player(int number, Desk desk, Random random, CopyOnWriteArrayList<UUID> accounts) {
    this.number = number;
    this.desk = desk;
    this.random = random;
    this.accounts = accounts;
  }

  /** Asks so many times. */
  List<Call> play(int times) {
    for (int i = 0; i < times; i++) {
      if (random.nextInt(10) == 0) {
        List<Ask> inVain = List.of(ask(), ask());
        record(inVain.get(0), () -> desk.answerInVain(inVain));
      } else {
        Ask ask = ask();
        record(ask, () -> desk.answer(ask));
      }
    }
    return calls;
  }

  /** Opens an account. */
  List<Call> open(String label, long total) {
    UUID id = new UUID(random.nextLong(), random.nextLong());
    record(new Open(id, label, total), () -> desk.answer(new Open(id, label, total)));
    return calls;
  }

  private void record(Ask ask, java.util.function.Supplier<Outcome> answer) {
    long invoked = System.nanoTime();
    Outcome outcome = answer.get();
    calls.add(new Call(number, ask, outcome, invoked, System.nanoTime()));
    if (outcome instanceof Shown shown) {
      seen.add(shown.row());
      accounts.addIfAbsent(shown.row().id());
    }
  }

  private Ask ask() {
    Ask ask = any();
    return desk.knows(ask) ? ask : new Look(account());
  }

  private Ask any() {
    int kind = random.nextInt(100);
    if (seen.isEmpty() || kind < 20) {
      return new Look(account());
    } else if (kind < 30) {
      return new Open(new UUID(random.nextLong(), random.nextLong()), label(), random.nextInt(3));
    } else if (kind < 55) {
      Row row = seen();
      String label = random.nextInt(3) == 0 ? label() : row.label();
      return new Save(row, label, random.nextInt(4));
    } else if (kind < 60) {
      return new Close(seen());
    } else if (kind < 72) {
      return new Add(account());
    } else if (kind < 84) {
      UUID from = account();
      UUID to = account();
      return from.equals(to) ? new Add(from) : new Transfer(from, to, 1 + random.nextInt(2));
    } else if (kind < 92) {
      return new Number();
    }
    UUID first = account();
    UUID second = account();
    return first.equals(second) ? new Look(first) : new AddToBoth(first, second);
  }

  private UUID account() {
    return accounts.get(random.nextInt(accounts.size()));
  }

  /** Mostly what was seen last. */
  private Row seen() {
    return seen.get(random.nextInt(3) > 0 ? seen.size() - 1 : random.nextInt(seen.size()));
  }

  private String label() {
    return LABELS[random.nextInt(LABELS.length)];
  }
}
