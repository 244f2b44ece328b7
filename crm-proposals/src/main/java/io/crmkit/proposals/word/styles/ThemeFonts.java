package io.crmkit.proposals.word.styles;

import io.crmkit.proposals.word.xml.Element;
import io.crmkit.proposals.word.xml.Ns;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fonts that a theme gives to its names, such as {@code minorHAnsi}. Stateless. */
public final class ThemeFonts {

  private ThemeFonts() {}

  /** Fonts by the names used in {@code w:asciiTheme} and its like; empty without a theme. */
  public static Map<String, String> of(@Nullable Element theme) {
    Map<String, String> result = new HashMap<>();
    if (theme == null) {
      return result;
    }
    for (Element scheme : theme.find(e -> e.is(Ns.A, "fontScheme"))) {
      for (String kind : new String[] {"major", "minor"}) {
        Element fonts = scheme.child(Ns.A, kind + "Font");
        if (fonts != null) {
          result.put(kind + "Ascii", face(fonts, "latin"));
          result.put(kind + "HAnsi", face(fonts, "latin"));
          result.put(kind + "EastAsia", face(fonts, "ea"));
          result.put(kind + "Bidi", face(fonts, "cs"));
        }
      }
    }
    return result;
  }

  private static String face(Element fonts, String script) {
    Element e = fonts.child(Ns.A, script);
    String face = e == null ? null : e.attr("", "typeface");
    return face == null ? "" : face;
  }
}
