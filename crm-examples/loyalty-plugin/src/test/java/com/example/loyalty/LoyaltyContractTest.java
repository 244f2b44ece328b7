package com.example.loyalty;

import static com.example.loyalty.Shop.deal;
import static com.example.loyalty.Shop.person;
import static com.example.loyalty.Shop.won;

import io.crmkit.api.CrmSession;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.Customer;
import io.crmkit.testkit.contract.ModuleContract;
import java.util.List;

/** The contracts that every module keeps. */
class LoyaltyContractTest extends ModuleContract {

  @Override
  protected void story(CrmSession session) {
    Loyalty loyalty = session.get(Loyalty.class);
    Customer ann = person(session, "Ann Lee");
    loyalty.book(new Loyalty.Book(ann.id(), 1_500, "welcome", "Welcome, Ann Lee"));
    loyalty.book(new Loyalty.Book(ann.id(), -200, null, "A coffee mug"));
    loyalty.balance(ann.id());
    loyalty.ledger(Query.where(PointsEntry.CUSTOMER.eq(ann.id())));
    won(session, deal(session, ann.id()));
  }

  @Override
  protected String module() {
    return "loyalty";
  }

  @Override
  protected List<Class<?>> services() {
    return List.of(Loyalty.class);
  }
}
