package io.crmkit.core.kernel.boot;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A migration script of a module, its placeholders not filled in. In order of versions.
 *
 * @param name such as {@code V001__what_it_does.sql}
 * @param version as the history has it, such as {@code 001}
 * @param description as the history has it, such as {@code what it does}
 */
record Script(String name, String version, String description, String text)
    implements Comparable<Script> {

  private static final Pattern NAME = Pattern.compile("V(\\d+(?:[._]\\d+)*)__(\\w+)\\.sql");

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** Null if a script may not be named so. */
  static @Nullable Script of(String name, String text) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      return null;
    }
    String body = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    return new Script(
        name, matcher.group(1).replace('_', '.'), matcher.group(2).replace('_', ' '), body);
  }

  /** By which the history notices that a script was changed: over the lines without their ends. */
  int checksum() {
    CRC32 crc = new CRC32();
    text.lines().forEach(line -> crc.update(line.getBytes(StandardCharsets.UTF_8)));
    return (int) crc.getValue();
  }

  @Override
  public int compareTo(Script other) {
    String[] mine = version.split("\\.");
    String[] theirs = other.version.split("\\.");
    for (int i = 0; i < Math.min(mine.length, theirs.length); i++) {
      int order = new BigInteger(mine[i]).compareTo(new BigInteger(theirs[i]));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(mine.length, theirs.length);
  }
}
