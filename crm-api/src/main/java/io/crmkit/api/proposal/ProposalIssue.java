package io.crmkit.api.proposal;

import io.crmkit.api.document.DocumentId;
import java.time.Instant;

/**
 * What was given to the customer.
 *
 * @param documentId the merged Word file
 * @param at when it was issued; also the time of creation that the file carries
 * @param by the id of the actor who issued it
 */
public record ProposalIssue(DocumentId documentId, Instant at, String by) {}
