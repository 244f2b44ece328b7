package io.crmkit.proposals.proposal;

import io.crmkit.api.error.Reason;
import io.crmkit.api.proposal.ContentEditionId;
import io.crmkit.api.proposal.NodeHeading;
import io.crmkit.api.proposal.NodeHold;
import io.crmkit.api.proposal.NodePlan;
import io.crmkit.api.proposal.NodePosition;
import io.crmkit.api.proposal.NodePosition.Where;
import io.crmkit.api.proposal.ProposalNode;
import io.crmkit.api.proposal.ProposalNodeId;
import io.crmkit.api.proposal.ProposalReason;
import io.crmkit.core.spi.rule.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where nodes may stand, and who may do what with them. Pure. */
final class TreeRules {

  /** Levels at most: Word knows as many levels of headings. */
  static final int MAX_DEPTH = 9;

  /** Nodes of a proposal at most, deleted ones included. */
  static final int MAX_NODES = 2_000;

  private TreeRules() {}

  /**
   * A node at its place.
   *
   * @param node the node as it shall be
   * @param respaced siblings that get other ranks
   */
  record Placed(ProposalNode node, List<ProposalNode> respaced) {}

  /**
   * What comes into the tree.
   *
   * @param top the node at its top; everything but the place is right
   * @param height how many levels it has
   * @param size how many nodes it has
   * @param unusable what speaks against their contents
   */
  record Newcomers(ProposalNode top, int height, int size, List<Reason> unusable) {

    static Newcomers one(ProposalNode node, List<Reason> unusable) {
      return new Newcomers(node, 1, 1, unusable);
    }
  }

  /** A new node or branch; its top carries everything but its place. */
  static Decision<Placed> add(TreeFacts facts, Newcomers branch, NodePosition position) {
    List<Reason> reasons = new ArrayList<>(facts.closed());
    reasons.addAll(unsuitable(facts, position, branch.height()));
    if (facts.tree().size() + branch.size() > MAX_NODES) {
      reasons.add(Reason.of(ProposalReason.TOO_MANY_NODES).with("limit", MAX_NODES));
    }
    reasons.addAll(branch.unusable());
    return Decision.unless(
        reasons, () -> Decision.accept(settle(facts.tree(), branch.top(), position)));
  }

  /**
   * What is copied, and from where.
   *
   * @param tree the tree that it stands in
   * @param source the top of the branch there
   * @param copy the copies
   */
  record Origin(NodeTree tree, ProposalNode source, Newcomers copy) {}

  /** A copy of a branch; locks of others do not hinder reading. */
  static Decision<Placed> copy(TreeFacts facts, Origin origin, NodePosition position) {
    return origin.tree().isLive(origin.source())
        ? add(facts, origin.copy(), position)
        : Decision.reject(
            Reason.of(ProposalReason.NODE_REMOVED).with("node", origin.source().title()));
  }

  static Decision<Placed> move(TreeFacts facts, ProposalNode node, NodePosition position) {
    NodeTree tree = facts.tree();
    List<Reason> reasons = new ArrayList<>(facts.untouchable(node));
    unsuitable(facts, position, tree.height(node)).stream()
        .filter(reason -> !reasons.contains(reason))
        .forEach(reasons::add);
    boolean beside = position.where() == Where.BEFORE || position.where() == Where.AFTER;
    boolean besideItself = beside && node.id().equals(position.node());
    boolean cycle =
        parent(tree, position).filter(parent -> tree.isWithin(parent, node)).isPresent();
    if (cycle && !besideItself) {
      reasons.add(Reason.of(ProposalReason.WOULD_CYCLE).with("node", node.title()));
    }
    return Decision.unless(
        reasons,
        () ->
            Decision.accept(
                besideItself ? new Placed(node, List.of()) : settle(tree, node, position)));
  }

  /** Why a branch of this height cannot go there. */
  private static List<Reason> unsuitable(TreeFacts facts, NodePosition position, int height) {
    NodeTree tree = facts.tree();
    Optional<ProposalNode> neighbour = tree.find(position.node());
    if (position.node() != null && neighbour.isEmpty()) {
      return List.of(Reason.of(ProposalReason.POSITION_ELSEWHERE));
    }
    List<Reason> reasons = new ArrayList<>();
    neighbour
        .filter(node -> !tree.isLive(node))
        .ifPresent(
            node -> reasons.add(Reason.of(ProposalReason.NODE_REMOVED).with("node", node.title())));
    Optional<ProposalNode> parent = parent(tree, position);
    List<ProposalNode> above = parent.map(tree::lineage).orElse(List.of());
    above.stream()
        .filter(facts::lockedByAnother)
        .forEach(locked -> reasons.add(TreeFacts.lockReason(locked)));
    if (above.size() + height > MAX_DEPTH) {
      reasons.add(Reason.of(ProposalReason.TOO_DEEP).with("limit", MAX_DEPTH));
    }
    return reasons;
  }

  private static Optional<ProposalNode> parent(NodeTree tree, NodePosition position) {
    Optional<ProposalNode> node = tree.find(position.node());
    return position.where() == Where.LAST_IN
        ? node
        : node.flatMap(sibling -> tree.find(sibling.place().parentId()));
  }

  private static Placed settle(NodeTree tree, ProposalNode node, NodePosition position) {
    @Nullable ProposalNodeId parent = parent(tree, position).map(ProposalNode::id).orElse(null);
    List<ProposalNode> siblings = new ArrayList<>(tree.siblingsBelow(parent));
    siblings.removeIf(sibling -> sibling.id().equals(node.id()));
    Ranks.Slot slot = Ranks.slot(parent, siblings, index(siblings, position));
    return new Placed(node.withPlace(slot.place()), slot.respaced());
  }

  private static int index(List<ProposalNode> siblings, NodePosition position) {
    if (position.where() == Where.LAST_AT_TOP || position.where() == Where.LAST_IN) {
      return siblings.size();
    }
    List<ProposalNodeId> ids = siblings.stream().map(ProposalNode::id).toList();
    int beside = ids.indexOf(position.node());
    return position.where() == Where.BEFORE ? beside : beside + 1;
  }

  static Decision<ProposalNode> title(TreeFacts facts, ProposalNode node, NodeHeading heading) {
    return change(facts, node, n -> n.withHeading(heading));
  }

  static Decision<ProposalNode> plan(TreeFacts facts, ProposalNode node, NodePlan plan) {
    return change(facts, node, n -> n.withPlan(plan));
  }

  /**
   * A new edition.
   *
   * @param against every reason against it, those of the content included
   */
  static Decision<ProposalNode> write(
      ProposalNode node, ContentEditionId edition, List<Reason> against) {
    return Decision.unless(against, () -> Decision.accept(node.withContentId(edition)));
  }

  /** Deletes the node; refused, too, if anything below it is locked by someone else. */
  static Decision<ProposalNode> remove(TreeFacts facts, ProposalNode node) {
    List<Reason> reasons = new ArrayList<>(facts.untouchable(node));
    facts.tree().branch(node).stream()
        .skip(1)
        .filter(facts::lockedByAnother)
        .forEach(locked -> reasons.add(TreeFacts.lockReason(locked)));
    NodeHold hold = node.hold().withRemovedBy(facts.actor()).withRemovedAt(facts.at());
    return Decision.unless(reasons, () -> Decision.accept(node.withHold(hold)));
  }

  static Decision<ProposalNode> restore(TreeFacts facts, ProposalNode node) {
    List<Reason> reasons = new ArrayList<>(facts.closed());
    if (!NodeTree.isRemovedItself(node)) {
      reasons.add(Reason.of(ProposalReason.NODE_NOT_REMOVED).with("node", node.title()));
    }
    facts
        .tree()
        .find(node.place().parentId())
        .filter(parent -> !facts.tree().isLive(parent))
        .ifPresent(
            parent ->
                reasons.add(Reason.of(ProposalReason.NODE_REMOVED).with("node", parent.title())));
    facts.tree().lineage(node).stream()
        .filter(facts::lockedByAnother)
        .forEach(locked -> reasons.add(TreeFacts.lockReason(locked)));
    NodeHold hold = node.hold().withRemovedBy(null).withRemovedAt(null);
    return Decision.unless(reasons, () -> Decision.accept(node.withHold(hold)));
  }

  /** Locks the branch; locking it again changes nothing. */
  static Decision<ProposalNode> lock(TreeFacts facts, ProposalNode node) {
    List<Reason> reasons = new ArrayList<>(facts.untouchable(node));
    facts.tree().branch(node).stream()
        .skip(1)
        .filter(facts::lockedByAnother)
        .forEach(locked -> reasons.add(TreeFacts.lockReason(locked)));
    NodeHold hold = node.hold().withLockedBy(facts.actor()).withLockedAt(facts.at());
    return Decision.unless(
        reasons,
        () -> Decision.accept(node.hold().lockedBy() == null ? node.withHold(hold) : node));
  }

  /** Unlocks the branch; also for those who answer for it, lest it stay locked for good. */
  static Decision<ProposalNode> unlock(TreeFacts facts, ProposalNode node) {
    List<Reason> reasons = new ArrayList<>(facts.closed());
    boolean answers =
        facts.actor().equals(facts.proposal().owner())
            || facts.tree().lineage(node).stream()
                .anyMatch(above -> facts.actor().equals(above.plan().owner()));
    if (node.hold().lockedBy() == null) {
      reasons.add(Reason.of(ProposalReason.NODE_NOT_LOCKED).with("node", node.title()));
    } else if (facts.lockedByAnother(node) && !answers) {
      reasons.add(TreeFacts.lockReason(node));
    }
    NodeHold hold = node.hold().withLockedBy(null).withLockedAt(null);
    return Decision.unless(reasons, () -> Decision.accept(node.withHold(hold)));
  }

  private static Decision<ProposalNode> change(
      TreeFacts facts, ProposalNode node, UnaryOperator<ProposalNode> change) {
    return Decision.unless(facts.untouchable(node), () -> Decision.accept(change.apply(node)));
  }
}
