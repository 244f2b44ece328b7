package io.crmkit.proposals.word.fields;

import io.crmkit.proposals.word.xml.Element;
import io.crmkit.proposals.word.xml.Node;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A copy of what a list repeats, with the tags that belong to the copy.
 *
 * @param items the copied elements
 * @param tags the tags of copied runs
 */
record Repeated(List<Element> items, Map<Element, Tag> tags) {

  private static final Set<String> ONCE =
      Set.of("commentRangeStart", "commentRangeEnd", "commentReference");

  static Repeated of(List<Element> items, Map<Element, Tag> tags, boolean again) {
    Map<Element, Tag> copiedTags = new IdentityHashMap<>();
    List<Element> copies = new ArrayList<>();
    for (Element item : items) {
      Element copy = item.copy();
      carry(item, copy, tags, copiedTags);
      copies.add(copy);
    }
    if (again) {
      // a comment speaks about one place
      copies.removeIf(c -> ONCE.contains(c.local()));
      copies.forEach(
          c ->
              c.walk(
                  e -> {
                    if (ONCE.contains(e.local())) {
                      e.detach();
                    }
                  }));
    }
    return new Repeated(copies, copiedTags.isEmpty() && tags.isEmpty() ? Map.of() : copiedTags);
  }

  private static void carry(
      Element from, Element to, Map<Element, Tag> tags, Map<Element, Tag> copiedTags) {
    Tag tag = tags.get(from);
    if (tag != null) {
      copiedTags.put(to, tag);
    }
    if (tags.isEmpty()) {
      return;
    }
    List<Node> theirs = from.children();
    List<Node> ours = to.children();
    for (int i = 0; i < theirs.size(); i++) {
      if (theirs.get(i) instanceof Element a && ours.get(i) instanceof Element b) {
        carry(a, b, tags, copiedTags);
      }
    }
  }
}
