package io.crmkit.proposals.word.numbering;

import io.crmkit.proposals.word.xml.Element;

/** Definitions of the lists in generated content. */
final class GeneratedLists {

  private static final int STEP = 360;
  private static final int LEVELS = 9;
  private static final String[] BULLETS = {"\u2022", "\u2013", "\u25AA"};
  private static final String[] FORMATS = {"decimal", "lowerLetter", "lowerRoman"};

  private GeneratedLists() {}

  static Element bullets() {
    Element definition = start();
    for (int level = 0; level < LEVELS; level++) {
      definition.add(level(level, "bullet", BULLETS[level % BULLETS.length], 1));
    }
    return definition;
  }

  static Element numbers(int first) {
    Element definition = start();
    for (int level = 0; level < LEVELS; level++) {
      String format = FORMATS[level % FORMATS.length];
      definition.add(level(level, format, "%" + (level + 1) + ".", first));
    }
    return definition;
  }

  private static Element start() {
    return Element.word("abstractNum").add(Element.wVal("multiLevelType", "hybridMultilevel"));
  }

  private static Element level(int level, String format, String text, int first) {
    Element lvl = Element.word("lvl").with("ilvl", "" + level);
    lvl.add(Element.wVal("start", "" + first));
    lvl.add(Element.wVal("numFmt", format));
    lvl.add(Element.wVal("lvlText", text));
    lvl.add(Element.wVal("lvlJc", "left"));
    lvl.add(
        Element.word(
            "pPr",
            Element.word("ind").with("left", "" + STEP * (level + 1)).with("hanging", "" + STEP)));
    return lvl;
  }
}
