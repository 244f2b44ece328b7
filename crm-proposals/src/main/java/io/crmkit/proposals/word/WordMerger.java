package io.crmkit.proposals.word;

import io.crmkit.proposals.word.check.WordFormatException;
import io.crmkit.proposals.word.fields.UnfilledFieldsException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Merges documents into one Word file (.docx) that Word and LibreOffice open without complaint.
 *
 * <p>The first Word file is the master: its styles, theme, fonts, settings, page setup, cover and
 * contents table are those of the result. What follows is fitted in: styles meet by their built-in
 * name whatever language they were made in, lists keep their own count, pictures are stored once,
 * notes, comments, bookmarks and drawings get new numbers, sections keep or give up their page
 * setup as each part's {@link PartLayout} says. Contents tables are built, see {@link
 * io.crmkit.proposals.word.toc.TocBuilder}. Merge fields are filled, see {@link
 * io.crmkit.proposals.word.fields.FieldFiller}.
 *
 * <p>A merge is a pure function: the same request gives the same bytes. Nothing is fetched from
 * anywhere. Stateless and thread-safe.
 */
public final class WordMerger {

  /**
   * Merges and writes the document. The stream gets nothing unless the merge succeeds, and is not
   * closed.
   *
   * @throws WordFormatException if a Word file or a picture is hostile, damaged or of another kind;
   *     its details name the part of the request under {@code label}
   * @throws UnfilledFieldsException if fields cannot be filled and the request wants that to fail
   * @throws IOException if writing to the stream fails
   */
  public MergeResult merge(MergeRequest request, OutputStream out) throws IOException {
    Merge merge = new Merge(request);
    MergeResult result = merge.run();
    merge.write(out);
    return result;
  }

  /**
   * Merges and returns the document.
   *
   * @throws WordFormatException see {@link #merge}
   * @throws UnfilledFieldsException see {@link #merge}
   */
  public byte[] mergeToBytes(MergeRequest request) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      merge(request, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
