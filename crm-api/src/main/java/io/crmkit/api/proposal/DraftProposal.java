package io.crmkit.api.proposal;

import org.jspecify.annotations.Nullable;

/**
 * Begins a proposal.
 *
 * @param title 1 to 200 characters
 * @param subject for whom and about what
 * @param language an IETF tag; null for the tenant's language
 * @param outline the key of the outline that it begins with; null to begin empty
 */
public record DraftProposal(
    String title, ProposalSubject subject, @Nullable String language, @Nullable String outline) {}
