package io.crmkit.proposals.merge;

import io.crmkit.api.customer.Customer;
import io.crmkit.api.document.MergeFieldSource;
import io.crmkit.api.error.Reason;
import io.crmkit.api.proposal.Proposal;
import io.crmkit.api.proposal.ProposalReason;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.core.spi.work.ReadTx.Gathered;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The values of merge fields: what all modules know of the record that the proposal is about, then
 * of its customer, and {@code proposal} itself. Where two give the same name, the record comes
 * before the customer, and earlier modules before later ones.
 *
 * @param values by top-level name
 * @param reasons modules that failed
 */
record MergeFields(Map<String, Object> values, List<Reason> reasons) {

  static MergeFields gather(ReadTx tx, MergeInput input) {
    Proposal proposal = input.proposal();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("proposal", own(tx, input));
    Set<String> failed = new LinkedHashSet<>();
    EntityRef customer = EntityRef.of(Customer.ENTITY, proposal.subject().customerId());
    for (EntityRef about : new LinkedHashSet<>(List.of(proposal.subject().about(), customer))) {
      Gathered<Map<String, Object>> gathered =
          tx.gather(MergeFieldSource.POINT, source -> List.of(source.fields(tx.asShown(), about)));
      gathered.items().forEach(fields -> fields.forEach(values::putIfAbsent));
      failed.addAll(gathered.missing());
    }
    List<Reason> reasons = new ArrayList<>();
    failed.forEach(
        module -> reasons.add(Reason.of(ProposalReason.FIELDS_UNAVAILABLE).with("module", module)));
    return new MergeFields(values, reasons);
  }

  private static Map<String, Object> own(ReadTx tx, MergeInput input) {
    return Map.of(
        "number", input.proposal().number(),
        "title", input.proposal().title(),
        "owner", input.proposal().owner(),
        "date", input.createdAt().atZone(tx.session().profile().zone()).toLocalDate());
  }
}
