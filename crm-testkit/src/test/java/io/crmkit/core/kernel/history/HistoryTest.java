package io.crmkit.core.kernel.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.core.kernel.history.Call.Shown;
import io.crmkit.core.kernel.history.Call.Told;
import io.crmkit.core.kernel.history.Call.Undone;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.storage.TestStorage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever threads do at the same time, on whatever storage: there is an order of their commands,
 * one after the other, that explains every answer and what there is in the end. So no update is
 * lost, nothing undone was ever seen, labels are unique, numbers have no gaps, and transfers lose
 * nothing.
 */
@Tag("contract")
class HistoryTest {

  private static final int ROUNDS = Integer.getInteger("crmkit.histories", 20);
  private static final int THREADS = 4;
  private static final int CALLS_EACH = 9;

  @TestFactory
  List<DynamicTest> every_history_can_be_told_as_one_command_after_the_other() {
    return TestStorage.every().stream()
        .flatMap(
            storage ->
                Stream.of(
                    DynamicTest.dynamicTest(
                        storage.name() + ", specimens", () -> histories(storage, Teller::new)),
                    DynamicTest.dynamicTest(
                        storage.name() + ", customers", () -> histories(storage, Clerk::new))))
        .toList();
  }

  private static void histories(TestStorage storage, Function<TestCrm, Desk> desks) {
    List<Call> all = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      TestCrm crm = TestCrm.on(storage, LabSetup.class, round);
      Desk desk = desks.apply(crm);
      List<Call> calls = history(desk, round);
      Accounts end = desk.accounts();

      assertThat(Order.explaining(calls, end))
          .as(
              "an order that explains, on %s in round %s,%n%s%n%s",
              storage.name(), round, told(calls), end)
          .isPresent();
      all.addAll(calls);
    }
    requireThatSomethingHappened(all);
  }

  private static List<Call> history(Desk desk, long seed) {
    CopyOnWriteArrayList<UUID> accounts = new CopyOnWriteArrayList<>();
    List<Call> calls = new ArrayList<>();
    Player first = new Player(-1, desk, new Random(seed), accounts);
    first.open("a", 3);
    calls.addAll(first.open("b", 0));
    List<Callable<List<Call>>> players = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Player player = new Player(i, desk, new Random(31 * seed + i), accounts);
      players.add(() -> player.play(CALLS_EACH));
    }
    Race.between(players).allWon().forEach(calls::addAll);
    return calls;
  }

  /** A history in which everything is refused is explained, too, and says nothing. */
  private static void requireThatSomethingHappened(List<Call> calls) {
    long effective =
        calls.stream()
            .filter(c -> c.outcome() instanceof Shown || c.outcome() instanceof Told)
            .count();
    long undone = calls.stream().filter(c -> c.outcome() instanceof Undone).count();
    assertThat(effective).isGreaterThan(calls.size() / 3);
    assertThat(undone).isLessThan(calls.size() / 3);
    assertThat(overlapping(calls)).isPositive();
  }

  private static long overlapping(List<Call> calls) {
    return calls.stream()
        .filter(
            a ->
                calls.stream()
                    .anyMatch(
                        b ->
                            a.thread() != b.thread()
                                && a.invoked() < b.invoked()
                                && b.invoked() < a.returned()))
        .count();
  }

  private static String told(List<Call> calls) {
    return calls.stream()
        .sorted(Comparator.comparingLong(Call::invoked))
        .map(String::valueOf)
        .collect(Collectors.joining("\n"));
  }
}
