package io.crmkit.api.customer;

import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.module.ProvidedBy;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Organizations and persons. As safe for threads as the session that gave it. */
@ProvidedBy("io.crmkit:crm-core")
public interface Customers {

  /**
   * A customer becomes known.
   *
   * @throws io.crmkit.api.error.InvalidInput naming every fault
   * @throws io.crmkit.api.error.Refused if the number or external key is taken
   */
  Customer register(RegisterCustomer command);

  /**
   * Changes what is known about a customer.
   *
   * @throws io.crmkit.api.error.InvalidInput naming every fault
   * @throws io.crmkit.api.error.NotFound if there is none
   * @throws io.crmkit.api.error.StaleVersion if it has changed since the caller read it
   * @throws io.crmkit.api.error.Refused if the number or external key is taken
   */
  Customer update(UpdateCustomer command);

  /**
   * @throws io.crmkit.api.error.NotFound if there is none
   */
  Customer get(CustomerId id);

  Optional<Customer> find(CustomerId id);

  /** The customers that exist among these, in no particular order. */
  List<Customer> findAll(Collection<CustomerId> ids);

  /** The customer with this number, exactly as written. */
  Optional<Customer> byNumber(String number);

  /** The customer with this key in another system, exactly as written. */
  Optional<Customer> byExternalId(String externalId);

  /**
   * Customers one of whose names contains this text, whatever the letter case, width, accents and
   * punctuation; those whose name begins with it first, then by name.
   *
   * @param text what somebody typed; without a letter or digit nothing is found
   * @return at most {@link Query#DEFAULT_LIMIT} customers
   */
  List<Customer> named(String text);

  /**
   * Customers with this contact point, in any spelling.
   *
   * @return at most {@link Query#DEFAULT_LIMIT} customers
   */
  List<Customer> reachedBy(ContactChannel channel, String value);

  /** Customers by any condition over {@link CustomerAttributes}. */
  Page<Customer> search(Query<Customer> query);

  long count(Criteria<Customer> where);

  /**
   * Hands over every customer that matches, in chunks, so that any number can be written out.
   *
   * @param chunks called in the order of ids, within one read; must not keep its thread waiting for
   *     people
   */
  void export(Criteria<Customer> where, Consumer<List<Customer>> chunks);
}
