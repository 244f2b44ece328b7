package io.crmkit.core.customer.view;

import io.crmkit.api.CrmSession;
import io.crmkit.api.customer.ContactChannel;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.search.SearchHit;
import io.crmkit.api.search.SearchQuestion;
import io.crmkit.api.search.SearchSource;
import io.crmkit.api.value.Label;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Customers by name, number, telephone number and e-mail address. */
final class CustomerSearch implements SearchSource {

  @Inject
  CustomerSearch() {}

  private static final Label KIND = new Label("Customer", "客户");
  private static final int SHORTEST_PHONE = 5;

  @Override
  public List<SearchHit> hits(CrmSession session, SearchQuestion question) {
    Customers customers = session.get(Customers.class);
    String text = question.text();
    Set<Customer> found = new LinkedHashSet<>();
    customers.byNumber(text).ifPresent(found::add);
    if (text.indexOf('@') > 0) {
      found.addAll(customers.reachedBy(ContactChannel.EMAIL, text));
    } else if (text.chars().filter(Character::isDigit).count() >= SHORTEST_PHONE) {
      found.addAll(customers.reachedBy(ContactChannel.PHONE, text));
      found.addAll(customers.reachedBy(ContactChannel.MOBILE, text));
    }
    found.addAll(customers.named(text));
    List<SearchHit> hits = new ArrayList<>();
    for (Customer customer : found) {
      hits.add(new SearchHit(customer.ref(), KIND, customer.name().label()));
    }
    return hits;
  }
}
