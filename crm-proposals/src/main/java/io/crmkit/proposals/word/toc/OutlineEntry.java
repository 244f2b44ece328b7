package io.crmkit.proposals.word.toc;

/**
 * A heading of the merged document.
 *
 * @param level 1 for the highest
 * @param number its number such as "2.1", empty without one
 * @param text its text
 * @param bookmark name of the bookmark around it
 * @param page the page it stands on, estimated from the amount of text; see {@link TocBuilder}
 */
public record OutlineEntry(int level, String number, String text, String bookmark, int page) {}
