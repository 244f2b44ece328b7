package io.crmkit.verification.kill;

import io.crmkit.verification.kill.Operation.Kind;
import io.crmkit.verification.kill.Operation.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a killed process had written down.
 *
 * @param entries every operation in the order in which they began
 */
record Journal(List<Entry> entries) {

  /**
   * One operation.
   *
   * @param answer what was acknowledged, or the error
   */
  record Entry(Operation operation, Outcome outcome, List<String> answer) {

    String word(int index) {
      return operation.words().get(index);
    }

    boolean is(Kind kind) {
      return operation.kind() == kind;
    }

    boolean isDone() {
      return outcome == Outcome.DONE;
    }
  }

  static Journal read(Path file) throws IOException {
    Map<Long, Operation> begun = new HashMap<>();
    Map<Long, Entry> ended = new HashMap<>();
    List<Long> order = new ArrayList<>();
    String text = Files.readString(file);
    // A last line without its end was being written when the process was killed.
    for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
      List<String> words = Arrays.asList(line.split("\t", -1));
      if (words.get(0).equals(">")) {
        long number = Long.parseLong(words.get(1));
        Kind kind = Kind.valueOf(words.get(2));
        begun.put(number, new Operation(number, kind, List.copyOf(words.subList(3, words.size()))));
        order.add(number);
      } else if (outcome(words.get(0)) != null) {
        long number = Long.parseLong(words.get(1));
        ended.put(
            number,
            new Entry(
                begun.get(number),
                outcome(words.get(0)),
                List.copyOf(words.subList(2, words.size()))));
      }
    }
    return new Journal(
        order.stream()
            .map(
                n ->
                    ended.getOrDefault(
                        n, new Entry(begun.get(n), Outcome.UNKNOWN, List.of("no answer"))))
            .toList());
  }

  private static Outcome outcome(String mark) {
    return Arrays.stream(Outcome.values())
        .filter(o -> mark.length() == 1 && o.mark == mark.charAt(0))
        .findFirst()
        .orElse(null);
  }

  List<Entry> done(Kind kind) {
    return entries.stream().filter(e -> e.is(kind) && e.isDone()).toList();
  }

  /** Errors that the process was told of, with a server that was never touched: none. */
  List<Entry> failed() {
    return entries.stream()
        .filter(e -> e.outcome() == Outcome.UNKNOWN && !e.answer().equals(List.of("no answer")))
        .toList();
  }

  long count(Outcome outcome) {
    return entries.stream().filter(e -> e.outcome() == outcome).count();
  }
}
