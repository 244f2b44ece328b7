package io.crmkit.core.kernel.history;

import io.crmkit.core.kernel.history.Call.Absent;
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
import io.crmkit.core.kernel.history.Call.Short;
import io.crmkit.core.kernel.history.Call.Shown;
import io.crmkit.core.kernel.history.Call.Stale;
import io.crmkit.core.kernel.history.Call.Taken;
import io.crmkit.core.kernel.history.Call.Told;
import io.crmkit.core.kernel.history.Call.Transfer;
import io.crmkit.core.kernel.history.Call.Undone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * What a single thread would find: the accounts and the count, and what each command does to them
 * when nobody else is there. Slow and obvious, and nothing in it is shared with the kernel.
 *
 * @param rows the accounts by id
 * @param count the last number that was given out
 */
record Accounts(Map<UUID, Row> rows, long count) {

  Accounts {
    rows = Map.copyOf(rows);
  }

  static Accounts none() {
    return new Accounts(Map.of(), 0);
  }

  /** A state and what the caller is told. */
  record Next(Accounts state, Outcome outcome) {}

  /** Everything that may come of this command now; more than one where two refusals are due. */
  List<Next> after(Ask ask) {
    if (ask instanceof Open open) {
      return labelled(open.label(), open.id())
          ? List.of(same(new Taken()))
          : List.of(shown(Row.of(open.id(), 1, open.label(), open.total())));
    } else if (ask instanceof Save save) {
      return save(save);
    } else if (ask instanceof Close close) {
      return Objects.equals(rows.get(close.seen().id()), close.seen())
          ? List.of(new Next(without(close.seen().id()), new Told("closed")))
          : List.of(same(new Stale()));
    } else if (ask instanceof Add add) {
      Row row = rows.get(add.id());
      return List.of(row == null ? same(new Absent()) : shown(plus(row, 1)));
    } else if (ask instanceof Transfer transfer) {
      return List.of(transfer(transfer));
    } else if (ask instanceof Number) {
      return List.of(new Next(new Accounts(rows, count + 1), new Told("" + (count + 1))));
    } else if (ask instanceof Look look) {
      Row row = rows.get(look.id());
      return List.of(same(row == null ? new Absent() : new Shown(row)));
    } else if (ask instanceof AddToBoth both) {
      return List.of(addToBoth(both));
    }
    throw new IllegalArgumentException(ask.toString());
  }

  private List<Next> save(Save save) {
    Row seen = save.seen();
    boolean renamed = !save.label().equals(seen.label());
    if (!renamed && save.total() == seen.total()) {
      // Whoever saves what he has seen has nothing to lose: it is not even looked at again.
      return List.of(same(new Shown(seen)));
    }
    List<Next> refused = new ArrayList<>();
    if (!Objects.equals(rows.get(seen.id()), seen)) {
      refused.add(same(new Stale()));
    }
    if (renamed && labelled(save.label(), seen.id())) {
      refused.add(same(new Taken()));
    }
    return refused.isEmpty()
        ? List.of(shown(Row.of(seen.id(), seen.version() + 1, save.label(), save.total())))
        : refused;
  }

  private Next transfer(Transfer transfer) {
    Row from = rows.get(transfer.from());
    Row to = rows.get(transfer.to());
    if (from == null || to == null) {
      return same(new Absent());
    } else if (from.total() < transfer.amount()) {
      return same(new Short());
    }
    Row less = plus(from, -transfer.amount());
    Row more = plus(to, transfer.amount());
    return new Next(with(less).with(more), new Told(less.total() + " " + more.total()));
  }

  private Next addToBoth(AddToBoth both) {
    Row first = rows.get(both.first());
    Row second = rows.get(both.second());
    if (first == null || second == null) {
      return same(new Absent());
    }
    Row one = plus(first, 1);
    Row two = plus(second, 1);
    return new Next(with(one).with(two), new Told(one.total() + " " + two.total()));
  }

  private boolean labelled(String label, UUID butNot) {
    return rows.values().stream().anyMatch(r -> r.label().equals(label) && !r.id().equals(butNot));
  }

  private static Row plus(Row row, long amount) {
    return Row.of(row.id(), row.version() + 1, row.label(), row.total() + amount);
  }

  private Next same(Outcome outcome) {
    return new Next(this, outcome);
  }

  private Next shown(Row row) {
    return new Next(with(row), new Shown(row));
  }

  private Accounts with(Row row) {
    Map<UUID, Row> changed = new HashMap<>(rows);
    changed.put(row.id(), row);
    return new Accounts(changed, count);
  }

  private Accounts without(UUID id) {
    Map<UUID, Row> changed = new HashMap<>(rows);
    changed.remove(id);
    return new Accounts(changed, count);
  }

  /** What was undone explains itself, as long as nobody has seen anything of it. */
  static boolean hasEffect(Call call) {
    return !(call.outcome() instanceof Undone);
  }
}
