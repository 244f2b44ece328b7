package io.crmkit.proposals.word.xml;

/** A piece of an XML tree: an {@link Element} or a {@link Text}. Not thread-safe. */
public sealed interface Node permits Element, Text {

  /** A copy that shares nothing with this node and has no parent. */
  Node copy();
}
