package io.crmkit.api.extension;

/**
 * A place where any module can add its part, such as the timeline. Points are constants of crm-api
 * (or of a plugin's own API), so that modules meet there without knowing each other.
 *
 * @param id stable and unique, such as {@code "timeline"}
 * @param type the interface that a contribution implements
 */
public record ContributionPoint<T>(String id, Class<T> type) {}
