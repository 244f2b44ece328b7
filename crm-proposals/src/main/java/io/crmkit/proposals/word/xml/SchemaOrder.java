package io.crmkit.proposals.word.xml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order the schema demands of the children of properties elements. Word refuses a file whose
 * properties stand in another order, so everything that adds a property goes through here.
 */
public final class SchemaOrder {

  private static final Map<String, List<String>> ORDERS = orders();

  private SchemaOrder() {}

  /** Puts a child into a properties element at its place, replacing one of the same name. */
  public static Element put(Element parent, Element child) {
    Element old = parent.child(child.ns(), child.local());
    if (old != null) {
      old.detach();
    }
    List<String> order = ORDERS.getOrDefault(parent.local(), List.of());
    int rank = order.indexOf(child.local());
    int at = 0;
    for (Node node : parent.children()) {
      if (rank >= 0 && node instanceof Element e && order.indexOf(e.local()) > rank) {
        break;
      }
      at++;
    }
    parent.insert(at, child);
    return child;
  }

  /** The properties element of that name, made as the first child if it is missing. */
  public static Element properties(Element owner, String name) {
    Element found = owner.child(name);
    if (found == null) {
      found = Element.word(name);
      // a table row's exceptions and a paragraph's properties come first of all
      owner.insert(0, found);
    }
    return found;
  }

  private static Map<String, List<String>> orders() {
    Map<String, List<String>> o = new HashMap<>();
    o.put(
        "pPr",
        words(
            "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr"
                + " suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap"
                + " overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd"
                + " snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc"
                + " textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr"
                + " sectPr pPrChange"));
    o.put(
        "rPr",
        words(
            "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike"
                + " outline shadow emboss imprint noProof snapToGrid vanish webHidden color"
                + " spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign"
                + " rtl cs em lang eastAsianLayout specVanish oMath rPrChange"));
    o.put(
        "sectPr",
        words(
            "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc"
                + " pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg"
                + " textDirection bidi rtlGutter docGrid printerSettings sectPrChange"));
    o.put(
        "tblPr",
        words(
            "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW"
                + " jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook"
                + " tblCaption tblDescription tblPrChange"));
    o.put(
        "style",
        words(
            "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden"
                + " unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr"
                + " rPr tblPr trPr tcPr tblStylePr"));
    o.put(
        "settings",
        words(
            "writeProtection view zoom removePersonalInformation removeDateAndTime"
                + " doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText"
                + " printFractionalCharacterWidth printFormsData embedTrueTypeFonts"
                + " embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins"
                + " alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter"
                + " gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle"
                + " proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter"
                + " stylePaneSortMethod documentType mailMerge revisionView trackRevisions"
                + " doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride"
                + " styleLockTheme styleLockQFSet defaultTabStop autoHyphenation"
                + " consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope"
                + " summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders"
                + " bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets"
                + " drawingGridHorizontalSpacing drawingGridVerticalSpacing"
                + " displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery"
                + " doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin"
                + " drawingGridVerticalOrigin doNotShadeFormData noPunctuationKerning"
                + " characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter"
                + " noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema"
                + " saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText"
                + " doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt"
                + " showXMLTags alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr"
                + " endnotePr compat docVars rsids mathPr attachedSchema themeFontLang"
                + " clrSchemeMapping doNotIncludeSubdocsInStats doNotAutoCompressPictures"
                + " forceUpgrade captions readModeInkLockDown smartTagType schemaLibrary"
                + " shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator"));
    return Map.copyOf(o);
  }

  private static List<String> words(String list) {
    return List.of(list.split(" "));
  }
}
