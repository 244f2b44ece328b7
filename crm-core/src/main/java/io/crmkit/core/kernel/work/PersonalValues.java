package io.crmkit.core.kernel.work;

import io.crmkit.api.audit.AuditEntry;
import io.crmkit.core.kernel.json.Json;
import io.crmkit.core.kernel.json.RawJson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
   * The document without them. Where it can no longer be read with the mark in it, a value is left
   * out altogether; where even that does not help, the mark stays.
   *
   * @param readable whether a document can be read as what it is
   */
  RawJson without(RawJson document, Predicate<RawJson> readable) {
    String text = document.text();
    Object tree = Json.read(text, Object.class);
    Object marked = withMark(tree, MARK);
    if (marked == null || marked.equals(tree)) {
      return document;
    }
    RawJson marks = RawJson.ofText(Json.write(marked));
    Object left = withMark(tree, null);
    if (left == null || readable.test(marks)) {
      return marks;
    }
    RawJson gaps = RawJson.ofText(Json.write(left));
    return readable.test(gaps) ? gaps : marks;
  }

  private @Nullable Object withMark(@Nullable Object node, @Nullable String mark) {
    if (node instanceof String text) {
      String without = without(text);
      return without.equals(text) ? text : mark == null ? null : without;
    } else if (node instanceof List<?> list) {
      List<@Nullable Object> changed = new ArrayList<>();
      list.forEach(item -> changed.add(withMark(item, mark)));
      return changed;
    } else if (node instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> changed = new LinkedHashMap<>();
      map.forEach((key, value) -> changed.put(key, withMark(value, mark)));
      return changed;
    }
    return node;
  }
}
