package io.crmkit.api.document.content;

/**
 * Text whose spaces and line breaks matter, in letters of one width.
 *
 * @param text the lines
 */
public record CodeBlock(String text) implements Block {}
