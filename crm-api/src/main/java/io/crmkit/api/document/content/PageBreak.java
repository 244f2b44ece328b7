package io.crmkit.api.document.content;

/** What follows begins on a new page. */
public record PageBreak() implements Block {}
