package io.crmkit.api.proposal;

import java.util.Locale;

/**
 * Changes what a proposal says of itself.
 *
 * @param id the proposal
 * @param version as the caller read it
 * @param title 1 to 200 characters
 * @param language of headings, numbers and dates
 */
public record ChangeProposal(ProposalId id, long version, String title, Locale language) {}
