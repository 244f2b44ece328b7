package io.crmkit.core.kernel.boot;

import java.util.ArrayList;
import java.util.List;

/** Cuts a script into its statements: at semicolons outside of quotes and comments. */
final class SqlSplitter {

  private final String text;
  private final List<String> statements = new ArrayList<>();
  private int start;
  private int at;

  private SqlSplitter(String text) {
    this.text = text;
  }

  /** The statements without their semicolons, each with the comments before it. */
  static List<String> split(String text) {
    SqlSplitter splitter = new SqlSplitter(text);
    while (splitter.at < text.length()) {
      splitter.step();
    }
    splitter.cut(text.length());
    return splitter.statements;
  }

  private void step() {
    char c = text.charAt(at);
    if (c == ';') {
      cut(at);
      start = ++at;
    } else if (c == '\'' || c == '"' || c == '`') {
      skip(String.valueOf(c));
    } else if (text.startsWith("--", at)) {
      skip("\n");
    } else if (text.startsWith("/*", at)) {
      skip("*/");
    } else {
      String quote = c == '$' ? dollarQuote() : "";
      if (quote.isEmpty()) {
        at++;
      } else {
        at += quote.length() - 1;
        skip(quote);
      }
    }
  }

  /** To behind the next mark after this place, or to the end. */
  private void skip(String mark) {
    int end = text.indexOf(mark, at + 1);
    at = end < 0 ? text.length() : end + mark.length();
  }

  /** Such as {@code $$} or {@code $body$}; empty if none is here. */
  private String dollarQuote() {
    int end = at + 1;
    while (end < text.length()
        && Character.isJavaIdentifierPart(text.charAt(end))
        && text.charAt(end) != '$') {
      end++;
    }
    return end < text.length() && text.charAt(end) == '$' ? text.substring(at, end + 1) : "";
  }

  private void cut(int end) {
    String statement = text.substring(start, end).strip();
    if (!withoutComments(statement).isBlank()) {
      statements.add(statement);
    }
  }

  static String withoutComments(String statement) {
    return statement.replaceAll("(?s)--[^\n]*(\n|$)|/\\*.*?\\*/", "");
  }
}
