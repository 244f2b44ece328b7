package io.crmkit.assets.merge;

import static io.crmkit.assets.entitlement.EntitlementEntities.ENTITLEMENTS;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.merge.CustomerMerge;
import io.crmkit.api.customer.merge.MergeForecast;
import io.crmkit.api.customer.merge.MergeShare;
import io.crmkit.api.entitlement.Entitlement;
import io.crmkit.api.entitlement.EntitlementAttributes;
import io.crmkit.api.entitlement.EntitlementId;
import io.crmkit.api.entitlement.EntitlementReassigned;
import io.crmkit.api.entitlement.Entitlements;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Label;
import io.crmkit.assets.asset.Portions;
import io.crmkit.core.spi.work.Change;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.core.spi.work.Store;
import io.crmkit.core.spi.work.Tx;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Entitlements go whole, with their ledgers, which name no customer. */
final class EntitlementMerge {

  private static final Label ENTITLEMENTS_LABEL = new Label("entitlements", "权益");

  private final Tx tx;

  EntitlementMerge(Tx tx) {
    this.tx = tx;
  }

  static MergeForecast forecast(ReadTx tenantWide, CustomerMerge merge) {
    long count =
        tenantWide.store(ENTITLEMENTS).count(EntitlementAttributes.CUSTOMER.eq(merge.absorbed()));
    return MergeForecast.of(ENTITLEMENTS_LABEL, Math.toIntExact(count));
  }

  List<EntityRef> move(CustomerMerge merge) {
    List<EntitlementId> ids =
        tx
            .tenantWide()
            .store(ENTITLEMENTS)
            .all(EntitlementAttributes.CUSTOMER.eq(merge.absorbed()))
            .stream()
            .map(Entitlement::id)
            .toList();
    Portions.each(ids, some -> reassign(some, merge.absorbed(), merge.survivor()));
    return ids.stream().map(id -> EntityRef.of(Entitlements.ENTITY, id)).toList();
  }

  void undo(CustomerMerge merge, MergeShare share) {
    List<EntitlementId> ids =
        share.moved().stream()
            .filter(ref -> ref.entity().equals(Entitlements.ENTITY))
            .map(ref -> new EntitlementId(ref.id()))
            .toList();
    Portions.each(ids, some -> reassign(some, merge.survivor(), merge.absorbed()));
  }

  private void reassign(List<EntitlementId> ids, CustomerId from, CustomerId to) {
    tx.lock(ENTITLEMENTS, ids);
    Set<EntitlementId> seen = new HashSet<>();
    tx.store(ENTITLEMENTS).findAll(ids).forEach(entitlement -> seen.add(entitlement.id()));
    List<Change<Entitlement>> changes =
        tx.tenantWide().store(ENTITLEMENTS).findAll(ids).stream()
            .filter(entitlement -> entitlement.customer().equals(from))
            .map(
                before ->
                    Change.of(
                        before,
                        before.withCustomer(to),
                        new EntitlementReassigned(before.id(), from, to)))
            .toList();
    save(tx.store(ENTITLEMENTS), changes.stream().filter(c -> seen.contains(c.before().id())));
    save(
        tx.tenantWide().store(ENTITLEMENTS),
        changes.stream().filter(c -> !seen.contains(c.before().id())));
  }

  private static void save(Store<Entitlement> store, Stream<Change<Entitlement>> changes) {
    store.saveAll(changes.toList());
  }
}
