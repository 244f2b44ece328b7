package io.crmkit.api.relay;

/**
 * What a replay came to.
 *
 * @param queued how many events are on their way again
 * @param waiting how many were left alone, since they are on their way anyway
 */
public record ReplayReport(long queued, long waiting) {}
