package io.crmkit.proposals.word.copy;

import io.crmkit.proposals.word.notes.NoteBook;
import io.crmkit.proposals.word.numbering.NumberingBook;
import io.crmkit.proposals.word.opc.PackageBuilder;
import io.crmkit.proposals.word.styles.StyleBook;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The merged document in the making. Not thread-safe. */
public final class MergeTarget {

  /** Name of the main part. */
  public static final String DOCUMENT = "word/document.xml";

  private final PackageBuilder pack = new PackageBuilder();
  private final IdBook ids = new IdBook();
  private final StyleBook styles;
  private final NumberingBook numbering;
  private final Notices notices;
  private final Map<NoteBook.Kind, NoteBook> notes = new EnumMap<>(NoteBook.Kind.class);
  private final Map<String, byte[]> customXml = new HashMap<>();

  /** A target with the master's styles and lists. */
  public MergeTarget(StyleBook styles, NumberingBook numbering, Notices notices) {
    this.styles = styles;
    this.numbering = numbering;
    this.notices = notices;
    for (NoteBook.Kind kind : NoteBook.Kind.values()) {
      notes.put(kind, new NoteBook(kind, pack));
    }
  }

  /** The package. */
  public PackageBuilder pack() {
    return pack;
  }

  /** Ids and names given out. */
  public IdBook ids() {
    return ids;
  }

  /** The styles. */
  public StyleBook styles() {
    return styles;
  }

  /** The lists. */
  public NumberingBook numbering() {
    return numbering;
  }

  /** What was left out. */
  public Notices notices() {
    return notices;
  }

  /** The notes of a kind. */
  public NoteBook notes(NoteBook.Kind kind) {
    return Objects.requireNonNull(notes.get(kind));
  }

  /** The bound data by its identity. */
  Map<String, byte[]> customXml() {
    return customXml;
  }
}
