package io.crmkit.proposals.word.opc;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A relationship from a part to another part or to something outside of the package.
 *
 * @param id unique among the relationships of its source
 * @param type the kind, a URI
 * @param target the full name of the part meant, or the external address as written
 * @param external whether the target lies outside of the package
 */
public record Relationship(String id, String type, String target, boolean external) {

  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  public static final String DOCUMENT = OFFICE + "officeDocument";
  public static final String STYLES = OFFICE + "styles";
  public static final String NUMBERING = OFFICE + "numbering";
  public static final String SETTINGS = OFFICE + "settings";
  public static final String FONT_TABLE = OFFICE + "fontTable";
  public static final String THEME = OFFICE + "theme";
  public static final String FOOTNOTES = OFFICE + "footnotes";
  public static final String ENDNOTES = OFFICE + "endnotes";
  public static final String COMMENTS = OFFICE + "comments";
  public static final String HEADER = OFFICE + "header";
  public static final String FOOTER = OFFICE + "footer";
  public static final String HYPERLINK = OFFICE + "hyperlink";
  public static final String IMAGE = OFFICE + "image";
  public static final String GLOSSARY = OFFICE + "glossaryDocument";
  public static final String CUSTOM_XML = OFFICE + "customXml";
  public static final String CUSTOM_PROPERTIES = OFFICE + "custom-properties";
  public static final String EXTENDED_PROPERTIES = OFFICE + "extended-properties";
  public static final String CORE_PROPERTIES =
      "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

  /** The last part of the type, such as {@code image}. */
  public String kind() {
    return type.substring(type.lastIndexOf('/') + 1);
  }

  /**
   * The full name of a target written relative to a source part; null if it leads out of the
   * package.
   */
  static @Nullable String resolve(String source, String target) {
    Deque<String> path = new ArrayDeque<>();
    int cut = source.lastIndexOf('/');
    if (!target.startsWith("/") && cut > 0) {
      for (String segment : source.substring(0, cut).split("/")) {
        path.addLast(segment);
      }
    }
    for (String segment : target.split("/")) {
      if (segment.equals("..")) {
        if (path.pollLast() == null) {
          return null;
        }
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        path.addLast(segment);
      }
    }
    return String.join("/", path);
  }

  /** How a target part is written in the relationships of a source part. */
  static String relative(String source, String target) {
    int cut = source.lastIndexOf('/');
    String folder = cut < 0 ? "" : source.substring(0, cut + 1);
    if (!folder.isEmpty() && target.startsWith(folder)) {
      return target.substring(folder.length());
    }
    return source.isEmpty() ? target : "/" + target;
  }

  /** The name of the part that holds the relationships of a part. */
  static String partFor(String source) {
    int cut = source.lastIndexOf('/');
    return source.substring(0, cut + 1) + "_rels/" + source.substring(cut + 1) + ".rels";
  }
}
