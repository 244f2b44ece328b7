package io.crmkit.proposals.word.styles;

import io.crmkit.proposals.word.xml.Attr;
import io.crmkit.proposals.word.xml.Element;
import io.crmkit.proposals.word.xml.Ns;
import io.crmkit.proposals.word.xml.SchemaOrder;
import io.crmkit.proposals.word.xml.XmlWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes styles of a document look the same in a document with other defaults and another theme:
 * document defaults are written into the styles at the root, fonts of the theme become real fonts.
 */
public final class OwnLook {

  /** What Word assumes where neither a style nor the document defaults say anything. */
  private static final List<Element> PARAGRAPH_ZERO =
      List.of(
          Element.word("spacing")
              .with("before", "0")
              .with("after", "0")
              .with("line", "240")
              .with("lineRule", "auto"));

  private static final List<Element> RUN_ZERO =
      List.of(
          Element.word("rFonts")
              .with("ascii", "Times New Roman")
              .with("hAnsi", "Times New Roman")
              .with("cs", "Times New Roman"),
          Element.wVal("sz", "20"),
          Element.wVal("szCs", "20"));

  private final boolean wanted;
  private final boolean sameDefaults;
  private final @Nullable Element defaults;
  private final Map<String, String> themeFonts;

  private OwnLook(
      boolean wanted,
      boolean sameDefaults,
      @Nullable Element defaults,
      Map<String, String> themeFonts) {
    this.wanted = wanted;
    this.sameDefaults = sameDefaults;
    this.defaults = defaults;
    this.themeFonts = themeFonts;
  }

  /** The look of the master is taken: nothing needs to be settled. */
  public static OwnLook adopted() {
    return new OwnLook(false, true, null, Map.of());
  }

  /** The look of the source is kept. */
  public static OwnLook kept(
      StyleBook target,
      StyleBook source,
      Map<String, String> targetFonts,
      Map<String, String> sourceFonts) {
    Element defaults = source.tree().child("docDefaults");
    boolean same =
        text(defaults).equals(text(target.tree().child("docDefaults")))
            && targetFonts.equals(sourceFonts);
    return new OwnLook(true, same, defaults, sourceFonts);
  }

  /** Whether the look is kept. */
  public boolean isWanted() {
    return wanted;
  }

  boolean sameDefaults() {
    return sameDefaults;
  }

  void settle(Element style, boolean root) {
    if (sameDefaults) {
      return;
    }
    String type = style.w("type", "paragraph");
    if (root && type.equals("paragraph")) {
      settle(style, "pPr", "pPrDefault", PARAGRAPH_ZERO);
      settle(style, "rPr", "rPrDefault", RUN_ZERO);
    }
    realFonts(style);
  }

  /** Turns fonts and colours of the theme below an element into real ones. */
  public void realFonts(Element content) {
    if (!wanted || sameDefaults) {
      return;
    }
    content.walk(
        e -> {
          if (e.isW("rFonts")) {
            for (String script : new String[] {"ascii", "hAnsi", "eastAsia", "cs"}) {
              realFont(e, script);
            }
          } else {
            e.dropAttributes(
                a -> a.ns().equals(Ns.W) && a.local().matches("theme(Color|Tint|Shade|Fill.*)"));
          }
        });
  }

  private void realFont(Element fonts, String script) {
    String attribute = script.equals("cs") ? "cstheme" : script + "Theme";
    String theme = fonts.w(attribute);
    if (theme == null) {
      return;
    }
    fonts.drop(Ns.W, attribute);
    String font = themeFonts.get(theme);
    if (font != null && !font.isEmpty()) {
      fonts.with(script, font);
    }
  }

  private void settle(Element style, String name, String defaultName, List<Element> zero) {
    Element own = style.child(name);
    if (own == null) {
      own = SchemaOrder.put(style, Element.word(name));
    }
    // the style wins over the document's defaults, and these over what Word assumes
    Element holder = defaults == null ? null : defaults.child(defaultName);
    Element given = holder == null ? null : holder.child(name);
    if (given != null) {
      for (Element property : given.elements()) {
        under(own, property);
      }
    }
    for (Element property : zero) {
      under(own, property);
    }
  }

  /** Adds attributes and properties that are missing. */
  private static void under(Element own, Element property) {
    Element mine = own.child(property.local());
    if (mine == null) {
      SchemaOrder.put(own, property.copy());
      return;
    }
    for (Attr a : property.attributes()) {
      if (mine.attr(a.ns(), a.local()) == null && !saysOtherwise(mine, a.local())) {
        mine.set(a);
      }
    }
  }

  /** A font is named either directly or through the theme; one of the two is enough. */
  private static boolean saysOtherwise(Element fonts, String attribute) {
    String other =
        switch (attribute) {
          case "cs" -> "cstheme";
          case "cstheme" -> "cs";
          default ->
              attribute.endsWith("Theme")
                  ? attribute.substring(0, attribute.length() - 5)
                  : attribute + "Theme";
        };
    return fonts.attr(Ns.W, other) != null;
  }

  private static String text(@Nullable Element e) {
    return e == null ? "" : XmlWriter.canonical(e);
  }
}
