package io.crmkit.proposals.word.fields;

import io.crmkit.proposals.word.xml.Element;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds where a block ends among its siblings. Stateless. */
final class BlockEnds {

  private BlockEnds() {}

  /** Positions of "else" (-1 if there is none) and of the end; null if the block does not close. */
  static int @Nullable [] find(
      List<Element> items, int start, Tag opening, Function<Element, @Nullable Tag> control) {
    Deque<Tag> open = new ArrayDeque<>();
    open.push(opening);
    int otherwise = -1;
    for (int i = start + 1; i < items.size(); i++) {
      Tag tag = control.apply(items.get(i));
      if (tag == null) {
        continue;
      }
      if (tag.opens()) {
        open.push(tag);
      } else if (tag.closes()) {
        Tag innermost = open.peek();
        if (innermost == null || !innermost.isClosedBy(tag)) {
          return null;
        }
        open.pop();
        if (open.isEmpty()) {
          return new int[] {otherwise, i};
        }
      } else if (open.size() == 1 && otherwise < 0) {
        otherwise = i;
      }
    }
    return null;
  }
}
