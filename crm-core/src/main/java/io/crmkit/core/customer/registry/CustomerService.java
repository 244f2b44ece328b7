package io.crmkit.core.customer.registry;

import static io.crmkit.core.customer.registry.CustomerEntity.CUSTOMERS;

import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.ContactChannel;
import io.crmkit.api.customer.ContactPoint;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerAttributes;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.PhoneRegion;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.customer.UpdateCustomer;
import io.crmkit.core.customer.common.Faults;
import io.crmkit.core.customer.registry.CustomerRules.RegisterFacts;
import io.crmkit.core.spi.work.Form;
import io.crmkit.core.spi.work.ReadStore;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The thin way from commands and questions about customers to rules and store. */
final class CustomerService implements Customers {

  private static final int EXPORT_CHUNK = 500;

  private final Work work;
  private final PhoneRegion phoneRegion;

  @Inject
  CustomerService(Work work, PhoneRegion phoneRegion) {
    this.work = work;
    this.phoneRegion = phoneRegion;
  }

  @Override
  public Customer register(RegisterCustomer command) {
    Faults faults = new Faults();
    CustomerRules.check(faults, command);
    faults.orThrow();
    return work.run(
        "customer.register",
        command,
        tx -> {
          RegisterFacts facts =
              new RegisterFacts(
                  new CustomerId(tx.newId()),
                  number(tx, command),
                  region(tx, command.contactPoints()),
                  tx.occurredAt());
          RegisterCustomer given = tx.store(CUSTOMERS).given(Form.whole(command));
          return tx.store(CUSTOMERS).insert(CustomerRules.register(given, facts));
        });
  }

  private static String number(Tx tx, RegisterCustomer command) {
    String given = Faults.clean(command.number());
    return given != null ? given : CustomerNumbers.next(tx, 1, Set.of()).get(0);
  }

  @Override
  public Customer update(UpdateCustomer command) {
    Faults faults = new Faults();
    CustomerRules.check(faults, command);
    faults.orThrow();
    return work.run(
        "customer.update",
        command,
        tx -> {
          Customer before = tx.store(CUSTOMERS).get(command.id(), command.version());
          UpdateCustomer given = tx.store(CUSTOMERS).given(before, Form.changes(command));
          String region = region(tx, given.contactPoints());
          return tx.store(CUSTOMERS).save(before, CustomerRules.change(before, given, region));
        });
  }

  /** The tables of telephone numbers take their time to load: not without a number. */
  private @Nullable String region(Tx tx, @Nullable List<ContactPoint> contactPoints) {
    return contactPoints == null || contactPoints.isEmpty() ? null : phoneRegion.of(tx.session());
  }

  @Override
  public Customer get(CustomerId id) {
    return work.read(tx -> tx.store(CUSTOMERS).get(id));
  }

  @Override
  public Optional<Customer> find(CustomerId id) {
    return work.read(tx -> tx.store(CUSTOMERS).find(id));
  }

  @Override
  public List<Customer> findAll(Collection<CustomerId> ids) {
    return work.read(tx -> tx.store(CUSTOMERS).findAll(ids));
  }

  @Override
  public Optional<Customer> byNumber(String number) {
    return work.read(tx -> tx.store(CUSTOMERS).first(CustomerAttributes.NUMBER.eq(number)));
  }

  @Override
  public Optional<Customer> byExternalId(String externalId) {
    return work.read(
        tx -> tx.store(CUSTOMERS).first(CustomerAttributes.EXTERNAL_ID.eq(externalId)));
  }

  @Override
  public List<Customer> named(String text) {
    String name = SearchName.normalize(text);
    if (name.isEmpty()) {
      return List.of();
    }
    Criteria<Customer> begins = Criteria.contains(CustomerAttributes.SEARCH_NAME, "|" + name);
    Criteria<Customer> within = Criteria.contains(CustomerAttributes.SEARCH_NAME, name);
    return work.read(
        tx -> {
          ReadStore<Customer> customers = tx.store(CUSTOMERS);
          List<Customer> found = new ArrayList<>(customers.list(byName(begins)));
          int room = Query.DEFAULT_LIMIT - found.size();
          if (room > 0) {
            Criteria<Customer> others = within.and(Criteria.not(begins));
            found.addAll(customers.list(byName(others).limit(room)));
          }
          return List.copyOf(found);
        });
  }

  private static Query<Customer> byName(Criteria<Customer> where) {
    return Query.where(where).orderBy(CustomerAttributes.SEARCH_NAME.ascending());
  }

  @Override
  public List<Customer> reachedBy(ContactChannel channel, String value) {
    return work.read(
        tx -> {
          String region = phoneRegion.of(tx.session());
          String normalized = ContactPointRules.normalize(channel, value, region);
          return normalized.isEmpty()
              ? List.of()
              : tx.store(CUSTOMERS).list(Query.where(reachedBy(List.of(channel), normalized)));
        });
  }

  private static Criteria<Customer> reachedBy(List<ContactChannel> channels, String normalized) {
    return CustomerAttributes.CONTACT_POINTS.any(
        CustomerAttributes.CHANNEL.in(channels).and(CustomerAttributes.NORMALIZED.eq(normalized)));
  }

  @Override
  public Page<Customer> search(Query<Customer> query) {
    return work.read(tx -> tx.store(CUSTOMERS).page(query));
  }

  @Override
  public long count(Criteria<Customer> where) {
    return work.read(tx -> tx.store(CUSTOMERS).count(where));
  }

  @Override
  public void export(Criteria<Customer> where, Consumer<List<Customer>> chunks) {
    work.read(
        tx -> {
          tx.store(CUSTOMERS).forEachChunk(where, EXPORT_CHUNK, chunks);
          return EXPORT_CHUNK;
        });
  }
}
