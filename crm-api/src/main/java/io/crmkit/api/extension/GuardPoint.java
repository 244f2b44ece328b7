package io.crmkit.api.extension;

/**
 * A place where a workflow asks guards, each named in the workflow's definition.
 *
 * @param id stable and unique, such as {@code "sales.opportunity-move"}
 * @param context what a guard is given to judge
 */
public record GuardPoint<C>(String id, Class<C> context) {}
