package io.crmkit.proposals.word.styles;

import io.crmkit.proposals.word.xml.Element;
import java.util.Locale;

/**
 * Names of styles as Word understands them: the {@code w:name} of a built-in style is English in
 * every language ("heading 1"), while its id is translated ("Überschrift1" or "Overskrift1").
 */
final class StyleNames {

  private StyleNames() {}

  /** The name that identifies a style across documents. */
  static String canonical(Element style) {
    String name = style.childVal("name");
    if (name == null) {
      name = style.w("styleId", "");
    }
    int comma = name.indexOf(',');
    return (comma > 0 ? name.substring(0, comma) : name).strip().toLowerCase(Locale.ROOT);
  }

  /** Kind and name: a paragraph style and a table style of one name are two styles. */
  static String key(Element style) {
    return style.w("type", "paragraph") + "|" + canonical(style);
  }

  static boolean isBuiltIn(Element style) {
    String custom = style.w("customStyle", "0");
    return !custom.equals("1") && !custom.equals("true") && !custom.equals("on");
  }

  static boolean isDefault(Element style) {
    String value = style.w("default", "0");
    return value.equals("1") || value.equals("true") || value.equals("on");
  }
}
