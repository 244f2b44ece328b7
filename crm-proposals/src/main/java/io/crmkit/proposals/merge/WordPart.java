package io.crmkit.proposals.merge;

import io.crmkit.api.document.content.DocumentContent;
import io.crmkit.api.proposal.NodeContent;
import io.crmkit.api.proposal.NodeHeading;

/**
 * One part of the file to be made.
 *
 * @param label names the part in problems
 * @param depth 1 at the top of the tree
 * @param heading its title
 * @param body what it contains
 */
public record WordPart(String label, int depth, NodeHeading heading, Body body) {

  /** What a part contains, with its bytes at hand. */
  public sealed interface Body {

    /** A heading alone. */
    record Nothing() implements Body {}

    /** A Word file. */
    @SuppressWarnings("ArrayRecordComponent") // a large file, handed on once and never changed
    record Word(byte[] file, NodeContent.WordFile.Keeps keeps) implements Body {}

    /** A picture. */
    @SuppressWarnings("ArrayRecordComponent") // a large file, handed on once and never changed
    record Picture(byte[] file, String caption) implements Body {}

    /** Text of some form, or a table. */
    record Written(NodeContent content) implements Body {}

    /** What another module printed. */
    record Made(DocumentContent content) implements Body {}
  }
}
