package io.crmkit.proposals.word.sample;

import io.crmkit.proposals.word.styles.StyleBook;
import io.crmkit.proposals.word.xml.Element;
import java.util.Locale;

/** The parts that a plain document begins with. Stateless. */
final class BaseParts {

  static final String[] PARAGRAPH_STYLES = {
    "normal",
    "heading 1",
    "heading 2",
    "heading 3",
    "heading 4",
    "title",
    "subtitle",
    "toc heading",
    "toc 1",
    "toc 2",
    "toc 3",
    "list paragraph",
    "caption",
    "quote",
    "header",
    "footer"
  };

  private BaseParts() {}

  /** Styles with document defaults whose fonts suit the language. */
  static StyleBook styles(Locale language) {
    Element root = Element.word("styles");
    Element run = Element.word("rPr");
    String east = eastAsianFont(language);
    run.add(
        Element.word("rFonts")
            .with("ascii", "Calibri")
            .with("hAnsi", "Calibri")
            .with("eastAsia", east)
            .with("cs", "Arial"));
    run.add(Element.wVal("sz", "22"));
    run.add(Element.wVal("szCs", "22"));
    run.add(lang(language));
    Element paragraph =
        Element.word(
            "pPr",
            Element.word("spacing")
                .with("after", "120")
                .with("line", "264")
                .with("lineRule", "auto"));
    root.add(
        Element.word(
            "docDefaults", Element.word("rPrDefault", run), Element.word("pPrDefault", paragraph)));
    StyleBook book = new StyleBook(root);
    book.ensure("table", "normal table");
    for (String name : PARAGRAPH_STYLES) {
      book.ensure("paragraph", name);
    }
    book.ensure("table", "table grid");
    book.ensure("character", "hyperlink");
    return book;
  }

  private static Element lang(Locale language) {
    boolean east = isEastAsian(language);
    Element lang = Element.word("lang");
    lang.with("val", east ? "en-US" : tag(language));
    lang.with("eastAsia", east ? tag(language) : "zh-CN");
    return lang;
  }

  private static String tag(Locale language) {
    return switch (language.toLanguageTag()) {
      case "und" -> "en-US";
      case "en" -> "en-US";
      case "de" -> "de-DE";
      case "fr" -> "fr-FR";
      case "zh", "zh-Hans" -> "zh-CN";
      case "zh-Hant" -> "zh-TW";
      case "ja" -> "ja-JP";
      case "ko" -> "ko-KR";
      default -> language.toLanguageTag();
    };
  }

  private static boolean isEastAsian(Locale language) {
    return switch (language.getLanguage()) {
      case "zh", "ja", "ko" -> true;
      default -> false;
    };
  }

  private static String eastAsianFont(Locale language) {
    boolean traditional =
        language.getScript().equals("Hant")
            || language.getCountry().equals("TW")
            || language.getCountry().equals("HK");
    return switch (language.getLanguage()) {
      case "ja" -> "Yu Gothic";
      case "ko" -> "Malgun Gothic";
      default -> traditional ? "Microsoft JhengHei" : "Microsoft YaHei";
    };
  }

  static Element settings() {
    Element settings = Element.word("settings");
    settings.add(Element.word("zoom").with("percent", "100"));
    settings.add(Element.wVal("defaultTabStop", "720"));
    settings.add(Element.wVal("characterSpacingControl", "compressPunctuation"));
    Element compat = Element.word("compat");
    compat.add(
        Element.word("compatSetting")
            .with("name", "compatibilityMode")
            .with("uri", "http://schemas.microsoft.com/office/word")
            .with("val", "15"));
    settings.add(compat);
    return settings;
  }

  static Element sectionProperties(boolean landscape, boolean ownFirstPage) {
    Element sectPr = Element.word("sectPr");
    Element size = Element.word("pgSz");
    if (landscape) {
      size.with("w", "16838").with("h", "11906").with("orient", "landscape");
    } else {
      size.with("w", "11906").with("h", "16838");
    }
    sectPr.add(size);
    sectPr.add(
        Element.word("pgMar")
            .with("top", "1417")
            .with("right", "1417")
            .with("bottom", "1417")
            .with("left", "1417")
            .with("header", "708")
            .with("footer", "708")
            .with("gutter", "0"));
    sectPr.add(Element.word("cols").with("space", "708"));
    if (ownFirstPage) {
      sectPr.add(Element.word("titlePg"));
    }
    return sectPr;
  }

  /** A definition that numbers headings 1, 1.1, 1.1.1 through their styles. */
  static Element headingNumbers(StyleBook styles) {
    Element definition = Element.word("abstractNum", Element.wVal("multiLevelType", "multilevel"));
    StringBuilder text = new StringBuilder();
    for (int level = 0; level < 9; level++) {
      text.append(level == 0 ? "%1" : ".%" + (level + 1));
      Element lvl = Element.word("lvl").with("ilvl", "" + level);
      lvl.add(Element.wVal("start", "1"));
      lvl.add(Element.wVal("numFmt", "decimal"));
      Element style = styles.named("paragraph", "heading " + (level + 1));
      if (style != null) {
        lvl.add(Element.wVal("pStyle", style.w("styleId", "")));
      }
      lvl.add(Element.wVal("lvlText", text.toString()));
      lvl.add(Element.wVal("lvlJc", "left"));
      int room = 432 + 144 * level;
      lvl.add(
          Element.word(
              "pPr", Element.word("ind").with("left", "" + room).with("hanging", "" + room)));
      definition.add(lvl);
    }
    return definition;
  }
}
