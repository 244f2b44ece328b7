package io.crmkit.api.proposal;

import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.error.Reason;
import io.crmkit.api.module.ProvidedBy;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Proposals as wholes: begun, reviewed, merged into one Word file, issued. Their trees are written
 * with {@link ProposalNodes}.
 */
@ProvidedBy("io.crmkit:crm-proposals")
public interface Proposals {

  /**
   * Begins a proposal, empty or with the chapters of an outline.
   *
   * @throws io.crmkit.api.error.InvalidInput with every fault
   * @throws io.crmkit.api.error.Refused if there is no such customer or outline
   */
  Proposal draft(DraftProposal command);

  /**
   * Begins a proposal as a copy of another one.
   *
   * @throws io.crmkit.api.error.NotFound if there is no such proposal
   * @throws io.crmkit.api.error.InvalidInput with every fault
   * @throws io.crmkit.api.error.Refused if there is no such customer
   */
  Proposal copy(CopyProposal command);

  /**
   * Changes title and language of a draft.
   *
   * @throws io.crmkit.api.error.InvalidInput with every fault
   * @throws io.crmkit.api.error.Refused if it is not a draft
   */
  Proposal change(ChangeProposal command);

  /**
   * Sends a draft to review.
   *
   * @throws io.crmkit.api.error.Refused if it is not a draft, or nodes are locked by others
   */
  Proposal submit(ProposalStep command);

  /**
   * Sends a proposal back from review to its authors.
   *
   * @throws io.crmkit.api.error.Refused if it is not in review
   */
  Proposal sendBack(ProposalStep command);

  /**
   * Gives a proposal up.
   *
   * @throws io.crmkit.api.error.Refused if it was issued or given up already
   */
  Proposal withdraw(ProposalStep command);

  /**
   * Merges the tree, in order, into one Word file, fills the merge fields, stores the file and
   * closes the proposal for good. The file's time of creation is the time of issue: the same
   * proposal with the same facts, issued at the same moment, gives the same bytes.
   *
   * @throws io.crmkit.api.error.Refused with every reason of every node
   */
  Proposal issue(ProposalStep command);

  /**
   * Everything that would stop {@link #issue} now, each with its node; empty if nothing would.
   *
   * @throws io.crmkit.api.error.NotFound if there is none
   */
  List<Reason> problems(ProposalId id);

  /**
   * Writes to the stream, which is not closed, what {@link #issue} would store now. Nothing
   * changes. Of an issued proposal this is the file that was issued.
   *
   * @throws io.crmkit.api.error.NotFound if there is none
   * @throws io.crmkit.api.error.Refused with every reason of every node
   * @throws java.io.UncheckedIOException if the stream does not take it
   */
  void preview(ProposalId id, OutputStream target);

  /**
   * @throws io.crmkit.api.error.NotFound if there is none
   */
  Proposal get(ProposalId id);

  /** Searches by {@link ProposalAttributes}. */
  Page<Proposal> find(Query<Proposal> query);

  /** Who did what, the latest first. */
  Page<ProposalChange> history(HistoryQuery query);

  /** The outlines that a proposal can begin with, from every module. */
  List<ProposalOutline> outlines();

  /**
   * What of the history is wanted.
   *
   * @param id whose history
   * @param limit entries at most, 1 to 10,000
   * @param after the {@link Page#next} of the page before, or null for the first page
   */
  record HistoryQuery(ProposalId id, int limit, @Nullable String after) {}
}
