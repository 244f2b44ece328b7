package io.crmkit.core.spi.work;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a caller filled in: a command, or the part of one that holds the values of a record's
 * fields. Components stand for the fields that have the same path in the record, unless said
 * otherwise; what has no such field is none of the form's.
 *
 * @param content the command
 * @param absentKeeps whether a component of the content itself that is null leaves the field as it
 *     is, and so does a custom field of which there is no value; otherwise they take the value out.
 *     Within nested records null always takes it out
 * @param at paths in the record by the paths of the content, where they differ
 * @see Store#given
 */
public record Form<C extends Record>(C content, boolean absentKeeps, Map<String, String> at) {

  public Form {
    Objects.requireNonNull(content, "content");
    at = Map.copyOf(at);
  }

  /** A form that tells everything: what is null, the record shall not have. */
  public static <C extends Record> Form<C> whole(C content) {
    return new Form<>(content, false, Map.of());
  }

  /** A form that tells what shall become different: what is null stays as it is. */
  public static <C extends Record> Form<C> changes(C content) {
    return new Form<>(content, true, Map.of());
  }

  /** The same form; what it holds at a path is the record's field at another. */
  public Form<C> at(String contentPath, String recordPath) {
    Map<String, String> more = new TreeMap<>(at);
    more.put(contentPath, recordPath);
    return new Form<>(content, absentKeeps, more);
  }
}
