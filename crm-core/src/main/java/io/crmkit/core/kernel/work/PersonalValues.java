package io.crmkit.core.kernel.work;

import io.crmkit.api.audit.AuditEntry;
import io.crmkit.core.kernel.json.Json;
import io.crmkit.core.kernel.json.RawJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds texts of somebody in other texts, as whole words, and puts the mark of erasure in their
 * place. A single character is found only where it is the whole text. Immutable.
 */
final class PersonalValues {

  private static final String MARK = AuditEntry.ERASED_VALUE;

  private final List<String> values;
  private final @Nullable Pattern anywhere;

  PersonalValues(Collection<String> all) {
    // A name is found before a part of it.
    this.values =
        all.stream()
            .map(String::strip)
            .filter(v -> !v.isEmpty() && !v.equals(MARK))
            .flatMap(v -> Stream.of(v, inJson(v)))
            .distinct()
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();
    String words =
        values.stream()
            .filter(v -> v.codePointCount(0, v.length()) > 1)
            .map(PersonalValues::asWord)
            .collect(Collectors.joining("|"));
    this.anywhere = words.isEmpty() ? null : Pattern.compile(words);
  }

  /** As it stands in a document that is kept as the text of another. */
  private static String inJson(String value) {
    String quoted = Json.write(value);
    return quoted.substring(1, quoted.length() - 1);
  }

  /** Letters beside it make it another word; Chinese is written without spaces. */
  private static String asWord(String value) {
    String before = isWordLetter(value.codePointAt(0)) ? "(?<![\\p{L}\\p{N}&&[^\\p{IsHan}]])" : "";
    String after =
        isWordLetter(value.codePointBefore(value.length()))
            ? "(?![\\p{L}\\p{N}&&[^\\p{IsHan}]])"
            : "";
    return before + Pattern.quote(value) + after;
  }

  private static boolean isWordLetter(int character) {
    return Character.isLetterOrDigit(character) && !Character.isIdeographic(character);
  }

  /** The text without them. */
  String without(String text) {
    if (values.contains(text.strip())) {
      return MARK;
    }
    return anywhere == null
        ? text
        : anywhere.matcher(text).replaceAll(Matcher.quoteReplacement(MARK));
  }

  @Nullable String withoutNullable(@Nullable String text) {
    return text == null ? null : without(text);
  }

  /**
   * The text without them, as a column can hold it: the mark is longer than most names, and a text
   * that was as long as its column loses its end.
   *
   * @param most how many characters the column holds
   */
  String without(String text, int most) {
    String without = without(text);
    if (without.length() <= most) {
      return without;
    }
    boolean half = Character.isHighSurrogate(without.charAt(most - 1));
    return without.substring(0, half ? most - 1 : most);
  }

  /**
   * The document without them. A text that the document cannot be read without, such as one that
   * says what kind of thing it is, stays; one that only may not be this mark is left out.
   *
   * @param readable whether a document can be read as what it is
   */
  RawJson without(RawJson document, Predicate<RawJson> readable) {
    Object tree = Json.read(document.text(), Object.class);
    Object marked = marked(tree);
    if (marked == null || marked.equals(tree)) {
      return document;
    }
    RawJson marks = RawJson.ofText(Json.write(marked));
    if (readable.test(marks) || !readable.test(document)) {
      return marks;
    }
    boolean changed = markEach(tree, () -> readable.test(RawJson.ofText(Json.write(tree))));
    return changed ? RawJson.ofText(Json.write(tree)) : document;
  }

  private @Nullable Object marked(@Nullable Object node) {
    if (node instanceof String text) {
      return without(text);
    } else if (node instanceof List<?> list) {
      List<@Nullable Object> changed = new ArrayList<>();
      list.forEach(item -> changed.add(marked(item)));
      return changed;
    } else if (node instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> changed = new LinkedHashMap<>();
      map.forEach((key, value) -> changed.put(key, marked(value)));
      return changed;
    }
    return node;
  }

  /**
   * One text after the other, as far as the whole can be read.
   *
   * @return whether there was any
   */
  @SuppressWarnings("unchecked")
  private boolean markEach(@Nullable Object node, BooleanSupplier readable) {
    boolean changed = false;
    if (node instanceof List<?> list) {
      for (ListIterator<@Nullable Object> i = ((List<Object>) list).listIterator(); i.hasNext(); ) {
        changed |= markOne(i.next(), i::set, readable);
      }
    } else if (node instanceof Map<?, ?> map) {
      for (Map.Entry<String, @Nullable Object> entry : ((Map<String, Object>) map).entrySet()) {
        changed |= markOne(entry.getValue(), entry::setValue, readable);
      }
    }
    return changed;
  }

  private boolean markOne(
      @Nullable Object node, Consumer<@Nullable Object> place, BooleanSupplier readable) {
    if (!(node instanceof String text)) {
      return markEach(node, readable);
    }
    String without = without(text);
    if (without.equals(text)) {
      return false;
    }
    for (String other : Arrays.asList(without, null)) {
      place.accept(other);
      if (readable.getAsBoolean()) {
        return true;
      }
    }
    place.accept(text);
    return false;
  }
}
