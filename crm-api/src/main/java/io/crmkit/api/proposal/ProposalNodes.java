package io.crmkit.api.proposal;

import io.crmkit.api.module.ProvidedBy;
import java.util.List;
import java.util.Optional;

/**
 * The tree of a proposal. Several people change different nodes at once without getting in each
 * other's way; two who change the same node do, and the second is told so by {@code StaleVersion}.
 *
 * <p>Every change is refused ({@code Refused}, with every reason) unless the proposal is a draft,
 * and if the node or one above it is deleted or locked by someone else.
 */
@ProvidedBy("io.crmkit:crm-proposals")
public interface ProposalNodes {

  /**
   * The whole tree, without contents.
   *
   * @throws io.crmkit.api.error.NotFound if there is none
   */
  ProposalTree tree(ProposalId id);

  /**
   * @throws io.crmkit.api.error.NotFound if there is none
   */
  ProposalNode get(ProposalNodeId id);

  /**
   * What the node contains now; empty if nothing was written yet.
   *
   * @throws io.crmkit.api.error.NotFound if there is no such node
   */
  Optional<ContentEdition> content(ProposalNodeId id);

  /**
   * Everything that the node ever contained, the latest first.
   *
   * @throws io.crmkit.api.error.NotFound if there is no such node
   */
  List<ContentEdition> editions(ProposalNodeId id);

  /**
   * Adds a node; a file that it contains is inspected.
   *
   * @throws io.crmkit.api.error.InvalidInput with every fault
   * @throws io.crmkit.api.error.Refused with every reason
   */
  ProposalNode add(AddNode command);

  /**
   * Moves a node with all below it.
   *
   * @throws io.crmkit.api.error.Refused with every reason; a node never gets below itself
   */
  ProposalNode move(MoveNode command);

  /**
   * Copies a node with all below it.
   *
   * @return the top of the copy
   */
  ProposalNode copy(CopyNode command);

  /** Gives a node another title. */
  ProposalNode title(TitleNode command);

  /** Says who writes a node by when, and how far it has come. */
  ProposalNode plan(PlanNode command);

  /**
   * Writes a new edition of what a node contains; a file is inspected first. The same content as
   * before makes no new edition.
   *
   * @throws io.crmkit.api.error.InvalidInput with every fault
   * @throws io.crmkit.api.error.Refused with every reason, those of the file included
   */
  ProposalNode write(WriteNode command);

  /** Deletes a node with all below it; it can be restored. */
  ProposalNode remove(NodeStep command);

  /**
   * Restores a deleted node with all below it where it stood.
   *
   * @throws io.crmkit.api.error.Refused if it was not deleted, or what is above it still is
   */
  ProposalNode restore(NodeStep command);

  /** Locks a node with all below it: only this actor may change them. */
  ProposalNode lock(NodeStep command);

  /**
   * Unlocks a node. Besides the one who locked it, the owners of the node, of those above it and of
   * the proposal may.
   */
  ProposalNode unlock(NodeStep command);
}
