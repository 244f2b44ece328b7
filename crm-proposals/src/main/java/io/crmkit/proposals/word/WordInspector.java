package io.crmkit.proposals.word;

import io.crmkit.proposals.word.check.WordFormatException;
import io.crmkit.proposals.word.check.WordLimits;
import io.crmkit.proposals.word.copy.SourceDocument;
import io.crmkit.proposals.word.fields.FieldFiller;
import io.crmkit.proposals.word.notes.NoteBook.Kind;
import io.crmkit.proposals.word.opc.Part;
import io.crmkit.proposals.word.opc.Relationship;
import io.crmkit.proposals.word.opc.WordPackage;
import io.crmkit.proposals.word.xml.Element;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks a Word file before it is taken in: whether it is harmless and one that can be merged, and
 * which merge fields it names. Stateless and thread-safe.
 */
public final class WordInspector {

  private static final Set<String> FETCHED =
      Set.of("image", "oleObject", "attachedTemplate", "subDocument", "aFChunk", "frame");

  private WordInspector() {}

  /**
   * Reads and checks a file. At most one byte more than the limit is read; the stream is not
   * closed.
   *
   * @throws WordFormatException if the file is hostile, damaged or of another kind
   * @throws IOException if reading fails
   */
  public static WordSummary check(InputStream in, WordLimits limits) throws IOException {
    int most = (int) Math.min(Integer.MAX_VALUE - 16L, limits.fileBytes() + 1);
    byte[] bytes = in.readNBytes(most);
    if (bytes.length > limits.fileBytes()) {
      throw new WordFormatException(
          WordFormatException.TOO_LARGE,
          "The file is larger than allowed",
          Map.of("limit", "" + limits.fileBytes()));
    }
    return check(bytes, limits);
  }

  /**
   * Checks a file.
   *
   * @throws WordFormatException if the file is hostile, damaged or of another kind
   */
  public static WordSummary check(byte[] file, WordLimits limits) {
    WordPackage pack = WordPackage.read(file, limits);
    SourceDocument source = new SourceDocument(pack);
    Set<String> fields = new TreeSet<>(FieldFiller.names(source.body()));
    source.margins().values().forEach(m -> fields.addAll(FieldFiller.names(m)));
    for (Kind kind : Kind.values()) {
      source.notes(kind).forEach(n -> fields.addAll(FieldFiller.names(n)));
    }
    Set<String> external = new TreeSet<>();
    for (Part part : pack.parts()) {
      for (Relationship r : part.relationships()) {
        if (r.external() && FETCHED.contains(r.kind())) {
          external.add(r.target());
        }
      }
    }
    Element body = source.body();
    boolean contents =
        body.find("instrText").stream().anyMatch(e -> e.text().strip().startsWith("TOC"))
            || body.find("fldSimple").stream()
                .anyMatch(e -> e.w("instr", "").strip().startsWith("TOC"));
    return new WordSummary(body.find("p").size(), fields, external, contents);
  }
}
