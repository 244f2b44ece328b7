package io.crmkit.sales.opportunity;

import static io.crmkit.sales.opportunity.OpportunityEntities.MEMBERS;
import static io.crmkit.sales.opportunity.OpportunityEntities.OPPORTUNITIES;

import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.contact.Contacts;
import io.crmkit.api.error.NotFound;
import io.crmkit.api.sales.SalesEntities;
import io.crmkit.api.sales.opportunity.BuyingCentre;
import io.crmkit.api.sales.opportunity.BuyingCentres;
import io.crmkit.api.sales.opportunity.BuyingMember;
import io.crmkit.api.sales.opportunity.BuyingMemberAttributes;
import io.crmkit.api.sales.opportunity.BuyingMemberId;
import io.crmkit.api.sales.opportunity.OpportunityId;
import io.crmkit.api.sales.opportunity.PutBuyingMember;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.spi.work.Form;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.core.spi.work.Work;
import io.crmkit.sales.validation.Faults;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Buying centres. */
public final class BuyingCentreService implements BuyingCentres {

  private final Work work;

  @Inject
  BuyingCentreService(Work work) {
    this.work = work;
  }

  @Override
  public BuyingCentre of(OpportunityId opportunity) {
    return work.read(
        tx -> {
          List<BuyingMember> members =
              new ArrayList<>(
                  tx.store(MEMBERS).all(BuyingMemberAttributes.OPPORTUNITY.eq(opportunity)));
          members.sort(Comparator.comparingInt(BuyingMember::influence).reversed());
          return new BuyingCentre(opportunity, members);
        });
  }

  @Override
  public BuyingMember put(PutBuyingMember command) {
    return work.run(
        "buying-member.put",
        command,
        tx -> {
          new Faults().upTo("influence", command.influence(), 100).raise();
          tx.store(OPPORTUNITIES).get(command.opportunity());
          tx.session().get(Contacts.class).get(command.contact());
          // Two at the same moment: the second waits, and then replaces what the first put.
          tx.lock(OPPORTUNITIES, List.of(command.opportunity()));
          Optional<BuyingMember> there = member(tx, command.opportunity(), command.contact());
          if (there.isEmpty()) {
            return tx.store(MEMBERS)
                .insert(fresh(tx, tx.store(MEMBERS).given(Form.whole(command))));
          }
          BuyingMember before = there.get();
          PutBuyingMember given = tx.store(MEMBERS).given(before, Form.whole(command));
          BuyingMember after =
              before
                  .withRole(given.role())
                  .withStance(given.stance())
                  .withInfluence(given.influence());
          return tx.store(MEMBERS).save(before, after);
        });
  }

  private static BuyingMember fresh(Tx tx, PutBuyingMember command) {
    return new BuyingMember(
        new BuyingMemberId(tx.newId()),
        0,
        command.opportunity(),
        command.contact(),
        command.role(),
        command.stance(),
        command.influence(),
        null);
  }

  private record Met(OpportunityId opportunity, ContactId contact) {}

  @Override
  public BuyingMember met(OpportunityId opportunity, ContactId contact) {
    return work.run(
        "buying-member.met",
        new Met(opportunity, contact),
        tx -> {
          BuyingMember before =
              member(tx, opportunity, contact)
                  .orElseThrow(
                      () -> new NotFound(EntityRef.of(SalesEntities.BUYING_MEMBER, contact)));
          Instant last = before.lastMetAt();
          return last != null && last.isAfter(tx.occurredAt())
              ? before
              : tx.store(MEMBERS).save(before, before.withLastMetAt(tx.occurredAt()));
        });
  }

  @Override
  public void remove(OpportunityId opportunity, ContactId contact) {
    work.run(
        "buying-member.remove",
        new Met(opportunity, contact),
        tx -> {
          Optional<BuyingMember> there = member(tx, opportunity, contact);
          there.ifPresent(tx.store(MEMBERS)::delete);
          return there.isPresent();
        });
  }

  private static Optional<BuyingMember> member(
      Tx tx, OpportunityId opportunity, ContactId contact) {
    return tx.store(MEMBERS)
        .first(
            BuyingMemberAttributes.OPPORTUNITY
                .eq(opportunity)
                .and(BuyingMemberAttributes.CONTACT.eq(contact)));
  }
}
