package io.crmkit.proposals.word;

import java.time.Instant;

/**
 * What the file says about itself.
 *
 * @param title title, may be empty
 * @param author author, may be empty
 * @param created when it was made; given by the caller, so that the same input gives the same bytes
 */
public record DocumentProperties(String title, String author, Instant created) {}
