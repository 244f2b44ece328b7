package io.crmkit.api.proposal;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Begins a proposal.
 *
 * @param title 1 to 200 characters
 * @param subject for whom and about what
 * @param language null for the tenant's language
 * @param outline the key of the outline that it begins with; null to begin empty
 */
public record DraftProposal(
    String title, ProposalSubject subject, @Nullable Locale language, @Nullable String outline) {}
