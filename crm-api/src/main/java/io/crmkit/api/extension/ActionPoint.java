package io.crmkit.api.extension;

/**
 * A place where a workflow does what its definition names, such as awarding points when a deal is
 * won.
 *
 * @param id stable and unique, such as {@code "sales.opportunity-entered"}
 * @param context what an action is given
 */
public record ActionPoint<C>(String id, Class<C> context) {}
