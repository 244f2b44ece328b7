package io.crmkit.core.customer.view;

import static io.crmkit.core.customer.contact.ContactEntity.CONTACTS;
import static io.crmkit.core.customer.registry.CustomerEntity.CUSTOMERS;

import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.ContactChannel;
import io.crmkit.api.customer.ContactPoint;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerAttributes;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerKind;
import io.crmkit.api.customer.contact.Contact;
import io.crmkit.api.customer.contact.ContactAttributes;
import io.crmkit.api.customer.view.CustomerView;
import io.crmkit.api.customer.view.ScreenPop;
import io.crmkit.api.customer.view.ScreenPop.Match;
import io.crmkit.core.spi.work.ReadTx;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds everyone who has a telephone number, and guesses nothing. */
final class CallerSearch {

  private static final int MATCHES = 20;

  /** Owners that are counted; a number that more share is nobody's. */
  private static final int COUNTED = 1_000;

  /** Somebody who has the number, before anything more is read about them. */
  private record Caller(Customer customer, @Nullable Contact contact, Customer concern) {}

  private final ReadTx tx;
  private final BiFunction<ReadTx, Customer, CustomerView> view;

  CallerSearch(ReadTx tx, BiFunction<ReadTx, Customer, CustomerView> view) {
    this.tx = tx;
    this.view = view;
  }

  /**
   * @param number in E.164, or its digits alone
   */
  ScreenPop search(String number) {
    List<Caller> callers = callers(hasNumber(number));
    Map<CustomerId, CustomerView> views = new HashMap<>();
    List<Match> matches =
        callers.stream()
            .limit(MATCHES)
            .map(
                c ->
                    new Match(
                        c.customer(),
                        c.contact(),
                        views.computeIfAbsent(c.concern().id(), id -> view.apply(tx, c.concern()))))
            .toList();
    return new ScreenPop(number, matches, callers.size());
  }

  private static Criteria<ContactPoint> hasNumber(String number) {
    List<ContactChannel> telephones =
        Arrays.stream(ContactChannel.values()).filter(ContactChannel::isTelephone).toList();
    return CustomerAttributes.CHANNEL.in(telephones).and(CustomerAttributes.NORMALIZED.eq(number));
  }

  private List<Caller> callers(Criteria<ContactPoint> hasNumber) {
    List<Customer> owners =
        tx.store(CUSTOMERS)
            .list(Query.where(CustomerAttributes.CONTACT_POINTS.any(hasNumber)).limit(COUNTED));
    List<Contact> contacts = contacts(hasNumber, owners);
    Map<CustomerId, Customer> known = customers(owners, contacts);
    List<Caller> callers = new ArrayList<>();
    Set<CustomerId> told = new HashSet<>();
    for (Contact contact : contacts) {
      Customer organization = known.get(contact.organization());
      if (organization != null) {
        Customer person = known.getOrDefault(contact.person(), organization);
        callers.add(new Caller(person, contact, organization));
        told.add(contact.person());
      }
    }
    for (Customer owner : owners) {
      if (!told.contains(owner.id())) {
        callers.add(new Caller(owner, null, owner));
      }
    }
    return callers;
  }

  /** Today's contacts that have the number at work, and those of persons who have it. */
  private List<Contact> contacts(Criteria<ContactPoint> hasNumber, List<Customer> owners) {
    List<CustomerId> persons =
        owners.stream().filter(o -> o.kind() == CustomerKind.PERSON).map(Customer::id).toList();
    // Two questions, since databases find no way through an index to either of two conditions.
    Set<Contact> contacts = new LinkedHashSet<>();
    contacts.addAll(todays(ContactAttributes.CONTACT_POINTS.any(hasNumber)));
    if (!persons.isEmpty()) {
      contacts.addAll(todays(ContactAttributes.PERSON.in(persons)));
    }
    return List.copyOf(contacts);
  }

  private List<Contact> todays(Criteria<Contact> where) {
    Criteria<Contact> today = where.and(ContactAttributes.on(tx.today()));
    return tx.store(CONTACTS).list(Query.where(today).limit(COUNTED));
  }

  private Map<CustomerId, Customer> customers(List<Customer> owners, List<Contact> contacts) {
    Set<CustomerId> ids = new HashSet<>();
    for (Contact contact : contacts) {
      ids.add(contact.person());
      ids.add(contact.organization());
    }
    Map<CustomerId, Customer> known =
        tx.store(CUSTOMERS).findAll(ids).stream()
            .collect(Collectors.toMap(Customer::id, c -> c, (a, b) -> a, LinkedHashMap::new));
    owners.forEach(o -> known.put(o.id(), o));
    return known;
  }
}
