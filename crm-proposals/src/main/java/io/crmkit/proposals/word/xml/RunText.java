package io.crmkit.proposals.word.xml;

/** Puts text into runs so that it is nothing but text. Stateless. */
public final class RunText {

  private RunText() {}

  /** Appends text to a run; line feeds become line breaks, tabs become tabs. */
  public static void append(Element run, String text) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        flush(run, line);
        run.add(Element.word("br"));
      } else if (c == '\t') {
        flush(run, line);
        run.add(Element.word("tab"));
      } else if (isAllowed(text, i)) {
        line.append(c);
      }
    }
    flush(run, line);
  }

  private static void flush(Element run, StringBuilder line) {
    if (!line.isEmpty()) {
      run.add(element(line.toString()));
      line.setLength(0);
    }
  }

  /** A {@code w:t} with the text, blanks at its ends included. */
  public static Element element(String text) {
    return setText(Element.word("t"), text);
  }

  /** Replaces the text of a {@code w:t}, blanks at its ends included. */
  public static Element setText(Element t, String text) {
    t.setText(text);
    if (!text.equals(text.strip()) || text.contains("  ")) {
      t.set(Ns.XML, "space", "preserve");
    }
    return t;
  }

  /** Text without characters that XML cannot hold; CR LF and CR become LF. */
  public static String clean(String text) {
    StringBuilder result = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\r') {
        if (i + 1 >= text.length() || text.charAt(i + 1) != '\n') {
          result.append('\n');
        }
      } else if (c == '\n' || c == '\t' || isAllowed(text, i)) {
        result.append(c);
      }
    }
    return result.toString();
  }

  private static boolean isAllowed(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
    return c >= 0x20 && c < 0xFFFE;
  }
}
