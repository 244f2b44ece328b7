package io.crmkit.testkit.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.statement.Statement;

/**
 * A statement as JSqlParser understands it.
 *
 * @param text what was parsed
 * @param tree what became of it
 * @param blocks the parts of it that name tables
 */
public record ParsedStatement(String text, Statement tree, List<QueryBlock> blocks) {

  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** Inside {@code values} the number of question marks means something. */
  private static final Pattern LIST = Pattern.compile("(?i)\\bin\\s*\\((?=\\s*\\?)");

  private static final Pattern COLLATION = Pattern.compile("(?i)\\s+collate\\s+(\"C\"|\\w+)");

  /** They name no table; and each parser knows another half of them. */
  private static final Pattern MARK =
      Pattern.compile("(?i)^\\s*((release |rollback to )?savepoint \\w+|commit)\\s*$");

  private static final Pattern JSON = Pattern.compile("(?i)\\?\\s+format\\s+json");

  /** MariaDB's way of reading with a lock. */
  private static final Pattern SHARED = Pattern.compile("(?i)\\block in share mode\\b");

  /** MariaDB's settings for one statement. */
  private static final Pattern SETTING = Pattern.compile("(?i)^set statement \\w+ = \\w+ for ");

  /** H2's way of writing a row that may be there already. */
  private static final Pattern KEY =
      Pattern.compile("(?i)^merge into (\\w+) (\\([^)]*\\)) key \\([^)]*\\)");

  /**
   * Parses each of the statements in the text, which may be several with semicolons. Those about
   * savepoints and commits name no table and are left out.
   *
   * @throws IllegalArgumentException naming the text, if it cannot be parsed
   */
  public static List<ParsedStatement> of(String sql) {
    List<ParsedStatement> parsed = new ArrayList<>();
    for (String one : split(sql)) {
      if (MARK.matcher(one.strip()).matches()) {
        continue;
      }
      String text = normalised(one);
      try {
        Statement tree = CCJSqlParserUtil.parse(understandable(text));
        parsed.add(new ParsedStatement(text, tree, BlockReader.read(tree)));
      } catch (JSQLParserException e) {
        throw new IllegalArgumentException("cannot parse: " + text, e);
      }
    }
    return parsed;
  }

  /** The same text for statements that differ only in space and in how many values a list has. */
  public static String normalised(String sql) {
    String spaced = SPACE.matcher(sql).replaceAll(" ").strip();
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (Matcher list = LIST.matcher(spaced); list.find(); ) {
      int end = endOfMarks(spaced, list.end());
      if (end > 0) {
        text.append(spaced, from, list.start()).append("in (?)");
        from = end;
      }
    }
    return text.append(spaced, from, spaced.length()).toString();
  }

  /** Behind the parenthesis that closes a list of nothing but question marks; 0 if it is none. */
  private static int endOfMarks(String text, int begin) {
    int i = begin;
    while (i < text.length() && "?, ".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i < text.length() && text.charAt(i) == ')' ? i + 1 : 0;
  }

  /** What the parser does not know is put in other words that mean the same here. */
  static String understandable(String text) {
    String plain = COLLATION.matcher(text).replaceAll("");
    plain = JSON.matcher(plain).replaceAll("?");
    plain = SHARED.matcher(plain).replaceAll("for update");
    plain = SETTING.matcher(plain).replaceAll("");
    return KEY.matcher(plain).replaceAll("insert into $1 $2");
  }

  private static List<String> split(String sql) {
    List<String> statements = new ArrayList<>();
    boolean quoted = false;
    int begin = 0;
    for (int i = 0; i <= sql.length(); i++) {
      char c = i == sql.length() ? ';' : sql.charAt(i);
      quoted ^= c == '\'';
      if (i == sql.length() || c == ';' && !quoted) {
        String one = sql.substring(begin, i);
        if (!one.isBlank()) {
          statements.add(one);
        }
        begin = i + 1;
      }
    }
    return statements;
  }

  /** Lower case, without quotes. */
  static String name(String written) {
    return written.replace("\"", "").replace("`", "").toLowerCase(Locale.ROOT);
  }
}
