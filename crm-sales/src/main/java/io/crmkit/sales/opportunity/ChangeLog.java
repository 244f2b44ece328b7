package io.crmkit.sales.opportunity;

import static io.crmkit.sales.opportunity.OpportunityEntities.CHANGES;

import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.OpportunityChange;
import io.crmkit.api.sales.opportunity.OpportunityChangeId;
import io.crmkit.api.sales.opportunity.OpportunityId;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.core.spi.work.Tx;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes the history of opportunities. */
final class ChangeLog {

  private ChangeLog() {}

  static void write(Tx tx, Opportunity after, OpportunityChange.Kind kind) {
    writeAll(tx, List.of(after), kind);
  }

  static void writeAll(Tx tx, List<Opportunity> after, OpportunityChange.Kind kind) {
    tx.store(CHANGES)
        .insertAll(
            after.stream()
                .map(
                    opportunity ->
                        new OpportunityChange(
                            new OpportunityChangeId(tx.newId()),
                            0,
                            opportunity.id(),
                            kind,
                            OpportunityRules.standing(opportunity),
                            tx.occurredAt(),
                            tx.now(),
                            tx.session().actor().id()))
                .toList());
  }

  /** Everything that happened, in the order in which it happened. */
  static List<OpportunityChange> read(ReadTx tx, OpportunityId id) {
    List<OpportunityChange> history =
        new ArrayList<>(tx.store(CHANGES).all(OpportunityEntities.CHANGE_OF.eq(id)));
    // Already in the order of ids, that is of recording; sorting keeps it among equals.
    history.sort(Comparator.comparing(OpportunityChange::occurredAt));
    return history;
  }
}
