package io.crmkit.api.proposal;

import java.time.Instant;

/**
 * One edition of what a node contains; editions never change.
 *
 * @param id the edition
 * @param node whose content it is
 * @param edition 1 for the first one
 * @param content what the node contained
 * @param by the id of the actor who wrote it
 * @param at when
 */
public record ContentEdition(
    ContentEditionId id,
    ProposalNodeId node,
    int edition,
    NodeContent content,
    String by,
    Instant at) {}
