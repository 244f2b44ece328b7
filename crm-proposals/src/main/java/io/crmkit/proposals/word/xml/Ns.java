package io.crmkit.proposals.word.xml;

import java.util.HashMap;
import java.util.Map;

/** The namespaces of Office documents and the prefixes everybody uses for them. */
public final class Ns {

  public static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  public static final String R =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  public static final String MC = "http://schemas.openxmlformats.org/markup-compatibility/2006";
  public static final String WP =
      "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
  public static final String A = "http://schemas.openxmlformats.org/drawingml/2006/main";
  public static final String PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture";
  public static final String DGM = "http://schemas.openxmlformats.org/drawingml/2006/diagram";
  public static final String DSP = "http://schemas.microsoft.com/office/drawing/2008/diagram";
  public static final String V = "urn:schemas-microsoft-com:vml";
  public static final String O = "urn:schemas-microsoft-com:office:office";
  public static final String W14 = "http://schemas.microsoft.com/office/word/2010/wordml";
  public static final String XML = "http://www.w3.org/XML/1998/namespace";
  public static final String STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main";

  /**
   * Namespaces of later versions that older programs may ignore, joined by blanks as {@link
   * XmlReader} keeps them.
   */
  public static final String IGNORABLE =
      String.join(
          " ",
          W14,
          "http://schemas.microsoft.com/office/word/2012/wordml",
          "http://schemas.microsoft.com/office/word/2015/wordml/symex",
          "http://schemas.microsoft.com/office/word/2016/wordml/cid",
          "http://schemas.microsoft.com/office/word/2018/wordml",
          "http://schemas.microsoft.com/office/word/2018/wordml/cex",
          "http://schemas.microsoft.com/office/word/2020/wordml/sdtdatahash",
          "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing");

  private static final Map<String, String> PREFIXES = prefixes();

  private Ns() {}

  /** The usual prefix of a namespace; empty if there is none. */
  public static String prefix(String ns) {
    return PREFIXES.getOrDefault(ns, "");
  }

  private static Map<String, String> prefixes() {
    Map<String, String> p = new HashMap<>();
    p.put(W, "w");
    p.put(R, "r");
    p.put(MC, "mc");
    p.put(WP, "wp");
    p.put(A, "a");
    p.put(PIC, "pic");
    p.put(DGM, "dgm");
    p.put(DSP, "dsp");
    p.put(V, "v");
    p.put(O, "o");
    p.put(W14, "w14");
    p.put(XML, "xml");
    p.put("http://schemas.openxmlformats.org/drawingml/2006/chart", "c");
    p.put("http://schemas.openxmlformats.org/officeDocument/2006/math", "m");
    p.put("urn:schemas-microsoft-com:office:word", "w10");
    p.put("http://schemas.microsoft.com/office/word/2012/wordml", "w15");
    p.put("http://schemas.microsoft.com/office/word/2015/wordml/symex", "w16se");
    p.put("http://schemas.microsoft.com/office/word/2016/wordml/cid", "w16cid");
    p.put("http://schemas.microsoft.com/office/word/2018/wordml", "w16");
    p.put("http://schemas.microsoft.com/office/word/2018/wordml/cex", "w16cex");
    p.put("http://schemas.microsoft.com/office/word/2020/wordml/sdtdatahash", "w16sdtdh");
    p.put("http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing", "wp14");
    p.put("http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas", "wpc");
    p.put("http://schemas.microsoft.com/office/word/2010/wordprocessingGroup", "wpg");
    p.put("http://schemas.microsoft.com/office/word/2010/wordprocessingInk", "wpi");
    p.put("http://schemas.microsoft.com/office/word/2010/wordprocessingShape", "wps");
    p.put("http://schemas.microsoft.com/office/word/2006/wordml", "wne");
    p.put("http://schemas.microsoft.com/office/drawing/2010/main", "a14");
    p.put("http://schemas.microsoft.com/office/drawing/2014/main", "a16");
    p.put("http://schemas.openxmlformats.org/schemaLibrary/2006/main", "sl");
    return Map.copyOf(p);
  }
}
