package com.example.loyalty;

import io.crmkit.api.criteria.*;
import io.crmkit.api.customer.*;
import io.crmkit.api.error.*;
import io.crmkit.api.field.*;
import io.crmkit.api.setting.Settings;
import io.crmkit.core.spi.work.*;
import jakarta.inject.Inject;
import java.util.*;

final class LoyaltyService implements Loyalty {

  private final Work work;

  @Inject
  LoyaltyService(Work work) {
    this.work = work;
  }

  @Override
  public long balance(CustomerId customer) {
    return work.read(tx -> last(tx, customer).map(PointsEntry::balance).orElse(0L));
  }

  @Override
  public Page<PointsEntry> ledger(Query<PointsEntry> query) {
    return work.read(tx -> tx.store(LoyaltyModule.ENTRIES).page(query));
  }

  @Override
  public PointsEntry book(Book command) {
    return work.run("loyalty.book", command, tx -> {
      tx.lockNames("loyalty.ledger", List.of(command.customer().value().toString()));
      return Optional.ofNullable(command.source())
          .flatMap(source -> tx.store(LoyaltyModule.ENTRIES).first(PointsEntry.SOURCE.eq(source)))
          .orElseGet(() -> add(tx, command));
    });
  }

  private static PointsEntry add(Tx tx, Book command) {
    Customer customer = tx.session().get(Customers.class).get(command.customer());
    Optional<PointsEntry> last = last(tx.tenantWide(), customer.id());
    long before = last.map(PointsEntry::balance).orElse(0L);
    long after = Math.addExact(before, command.points());
    if (after < 0) {
      throw new Refused(List.of(Reason.of(LoyaltyReason.NOT_ENOUGH_POINTS).with("balance", before)));
    }
    grade(tx, customer, after);
    int number = last.map(PointsEntry::number).orElse(0) + 1;
    var id = new PointsEntry.Id(tx.newId());
    var booking = new PointsEntry.Booking(command.points(), command.source(), command.note(), tx.occurredAt());
    return tx.store(LoyaltyModule.ENTRIES)
        .insert(new PointsEntry(id, 0, customer.id(), number, after, booking));
  }

  private static void grade(Tx tx, Customer customer, long points) {
    boolean gold = points >= tx.session().get(Settings.class).get(LoyaltyModule.GOLD_FROM);
    String tier = gold ? LoyaltyModule.GOLD : LoyaltyModule.STANDARD;
    var values = customer.custom().with(LoyaltyModule.TIER, tier);
    if (!values.equals(customer.custom())) {
      tx.session().get(CustomFields.class)
          .set(new SetCustomValues<>(Customer.class, customer.id(), customer.version(), values));
    }
  }

  private static Optional<PointsEntry> last(ReadTx tx, CustomerId customer) {
    Query<PointsEntry> whole = Query.where(PointsEntry.CUSTOMER.eq(customer));
    Query<PointsEntry> latest = whole.orderBy(PointsEntry.NUMBER.descending()).limit(1);
    return tx.store(LoyaltyModule.ENTRIES).list(latest).stream().findFirst();
  }
}
