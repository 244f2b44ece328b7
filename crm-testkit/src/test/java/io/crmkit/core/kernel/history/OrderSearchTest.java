package io.crmkit.core.kernel.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.core.kernel.history.Call.Absent;
import io.crmkit.core.kernel.history.Call.Add;
import io.crmkit.core.kernel.history.Call.Ask;
import io.crmkit.core.kernel.history.Call.Look;
import io.crmkit.core.kernel.history.Call.Number;
import io.crmkit.core.kernel.history.Call.Open;
import io.crmkit.core.kernel.history.Call.Outcome;
import io.crmkit.core.kernel.history.Call.Row;
import io.crmkit.core.kernel.history.Call.Save;
import io.crmkit.core.kernel.history.Call.Shown;
import io.crmkit.core.kernel.history.Call.Stale;
import io.crmkit.core.kernel.history.Call.Taken;
import io.crmkit.core.kernel.history.Call.Told;
import io.crmkit.core.kernel.history.Call.Transfer;
import io.crmkit.core.kernel.history.Call.Undone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The search explains what can happen, and nothing that must not. */
class OrderSearchTest {

  private static final UUID A = new UUID(0, 1);
  private static final UUID B = new UUID(0, 2);

  private final List<Call> calls = new ArrayList<>();

  OrderSearchTest() {
    calls.add(new Call(0, new Open(A, "a", 3), new Shown(Row.of(A, 1, "a", 3)), 0, 1));
    calls.add(new Call(0, new Open(B, "b", 0), new Shown(Row.of(B, 1, "b", 0)), 2, 3));
  }

  private void call(Ask ask, Outcome outcome, long invoked, long returned) {
    calls.add(new Call(1, ask, outcome, invoked, returned));
  }

  private void explained(boolean expected, long count, Row... end) {
    Accounts accounts =
        new Accounts(Arrays.stream(end).collect(Collectors.toMap(Row::id, row -> row)), count);
    assertThat(Order.explaining(calls, accounts).isPresent()).isEqualTo(expected);
  }

  private static Row a(long version, long total) {
    return Row.of(A, version, "a", total);
  }

  private static final Row B1 = Row.of(B, 1, "b", 0);

  @Test
  void of_two_saves_of_the_same_version_one_is_stale() {
    call(new Save(a(1, 3), "a", 7), new Shown(a(2, 7)), 10, 20);
    call(new Save(a(1, 3), "a", 8), new Stale(), 11, 21);
    explained(true, 0, a(2, 7), B1);
  }

  @Test
  void a_lost_update_is_not_explained() {
    call(new Save(a(1, 3), "a", 7), new Shown(a(2, 7)), 10, 20);
    call(new Save(a(1, 3), "a", 8), new Shown(a(2, 8)), 11, 21);
    explained(false, 0, a(2, 8), B1);
  }

  @Test
  void a_lost_increment_is_not_explained() {
    call(new Add(A), new Shown(a(2, 4)), 10, 20);
    call(new Add(A), new Shown(a(2, 4)), 11, 21);
    explained(false, 0, a(2, 4), B1);
  }

  @Test
  void what_was_undone_must_not_be_seen() {
    call(new Add(A), new Undone("by the host"), 10, 20);
    call(new Look(A), new Shown(a(2, 4)), 11, 21);
    explained(false, 0, a(1, 3), B1);
  }

  @Test
  void what_was_undone_must_not_be_left_in_the_end() {
    call(new Add(A), new Undone("by the host"), 10, 20);
    explained(false, 0, a(2, 4), B1);
  }

  @Test
  void the_same_label_twice_is_not_explained() {
    UUID c = new UUID(0, 3);
    call(new Open(c, "a", 0), new Shown(Row.of(c, 1, "a", 0)), 10, 20);
    explained(false, 0, a(1, 3), B1, Row.of(c, 1, "a", 0));
  }

  @Test
  void a_label_that_was_free_all_the_time_is_not_taken() {
    call(new Open(new UUID(0, 3), "c", 0), new Taken(), 10, 20);
    explained(false, 0, a(1, 3), B1);
  }

  @Test
  void numbers_come_without_gaps_and_once_each() {
    call(new Number(), new Told("2"), 10, 20);
    call(new Number(), new Told("1"), 11, 21);
    explained(true, 2, a(1, 3), B1);

    call(new Number(), new Told("4"), 30, 31);
    explained(false, 4, a(1, 3), B1);
  }

  @Test
  void whoever_asks_later_does_not_see_what_was_before() {
    call(new Add(A), new Shown(a(2, 4)), 10, 20);
    call(new Look(A), new Shown(a(1, 3)), 15, 25);
    explained(true, 0, a(2, 4), B1);

    call(new Look(A), new Shown(a(1, 3)), 30, 31);
    explained(false, 0, a(2, 4), B1);
  }

  @Test
  void nobody_sees_half_a_transfer() {
    call(new Transfer(A, B, 2), new Told("1 2"), 10, 30);
    call(new Look(B), new Shown(Row.of(B, 2, "b", 2)), 11, 12);
    explained(true, 0, a(2, 1), Row.of(B, 2, "b", 2));

    call(new Look(A), new Shown(a(1, 3)), 13, 14);
    explained(false, 0, a(2, 1), Row.of(B, 2, "b", 2));
  }

  @Test
  void a_record_with_the_parts_of_another_version_is_not_explained() {
    call(new Add(A), new Shown(a(2, 4)), 10, 20);
    call(new Look(A), new Shown(new Row(A, 1, "a", 3, 4L)), 11, 21);
    explained(false, 0, a(2, 4), B1);
  }

  @Test
  void what_was_never_deleted_is_not_absent() {
    call(new Look(A), new Absent(), 10, 20);
    explained(false, 0, a(1, 3), B1);
  }

  @Test
  void nothing_but_what_was_opened_is_there() {
    assertThat(Order.explaining(List.of(), new Accounts(Map.of(A, a(1, 3)), 0))).isEmpty();
    assertThat(Order.explaining(List.of(), Accounts.none())).isPresent();
  }
}
