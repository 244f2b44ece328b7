package io.crmkit.api.sales.opportunity;

import io.crmkit.api.customer.contact.Stance;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Everybody who takes part in one purchase, on the customer's side.
 *
 * @param opportunity the purchase
 * @param members the most influential first
 */
public record BuyingCentre(OpportunityId opportunity, List<BuyingMember> members) {

  public BuyingCentre {
    members = List.copyOf(members);
  }

  /** Who decides, the most influential first. */
  public List<BuyingMember> deciders() {
    return in(BuyingRole.DECISION_MAKER);
  }

  /** Who handles the matter, the most influential first. */
  public List<BuyingMember> handlers() {
    return in(BuyingRole.HANDLER);
  }

  /** The members in a role, the most influential first. */
  public List<BuyingMember> in(BuyingRole role) {
    return members.stream().filter(m -> m.role() == role).toList();
  }

  /** The roles that nobody fills. */
  public Set<BuyingRole> uncovered() {
    Set<BuyingRole> roles = EnumSet.allOf(BuyingRole.class);
    members.forEach(m -> roles.remove(m.role()));
    return Collections.unmodifiableSet(roles);
  }

  /** The members in a role whom nobody has met since this moment. */
  public List<BuyingMember> notMetSince(BuyingRole role, Instant moment) {
    return in(role).stream().filter(m -> !metSince(m, moment)).toList();
  }

  /** The opponents of at least this influence whom nobody has met since this moment. */
  public List<BuyingMember> unansweredOpponents(int influence, Instant moment) {
    return members.stream()
        .filter(m -> m.stance() == Stance.OPPONENT && m.influence() >= influence)
        .filter(m -> !metSince(m, moment))
        .toList();
  }

  private static boolean metSince(BuyingMember member, Instant moment) {
    Instant met = member.lastMetAt();
    return met != null && !met.isBefore(moment);
  }
}
