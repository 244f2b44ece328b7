package io.crmkit.core.kernel.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A statement in the making: its text and the values of its question marks, in order. */
final class SqlText {

  private final StringBuilder text = new StringBuilder();
  private final List<@Nullable Object> binds = new ArrayList<>();
  private final String readEnd;

  SqlText() {
    this("");
  }

  /**
   * @param readEnd what each select and subselect ends with
   */
  SqlText(String readEnd) {
    this.readEnd = readEnd;
  }

  SqlText add(String sql) {
    text.append(sql);
    return this;
  }

  SqlText bind(Object value) {
    text.append('?');
    binds.add(value);
    return this;
  }

  /** A value within an expression that has one question mark. */
  SqlText bindAs(String expression, Object value) {
    text.append(expression);
    binds.add(value);
    return this;
  }

  /** Ends a select. */
  SqlText endRead() {
    text.append(readEnd);
    return this;
  }

  /** Opens or closes a select that is a branch of a union, where that is needed. */
  SqlText branch(String parenthesis) {
    text.append(readEnd.isEmpty() ? "" : parenthesis);
    return this;
  }

  /** The items one after the other with this text between them. */
  <T> SqlText join(List<T> items, String between, Consumer<T> each) {
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) {
        text.append(between);
      }
      each.accept(items.get(i));
    }
    return this;
  }

  String text() {
    return text.toString();
  }

  List<@Nullable Object> binds() {
    return binds;
  }
}
