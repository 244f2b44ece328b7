package io.crmkit.proposals.word.convert;

import io.crmkit.proposals.word.copy.MergeTarget;

/**
 * Where generated content goes.
 *
 * @param target the merged document
 * @param textWidth width of the text area in twentieths of a point
 * @param textHeight height of the text area in twentieths of a point
 * @param headingShift how many levels headings are moved down
 */
public record WriteContext(MergeTarget target, int textWidth, int textHeight, int headingShift) {}
