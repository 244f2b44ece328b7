package io.crmkit.core.kernel;

import static io.crmkit.core.customer.registry.CustomerEntity.CUSTOMERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.CrmSession;
import io.crmkit.api.audit.AuditEntry;
import io.crmkit.api.audit.AuditLog;
import io.crmkit.api.audit.AuditSearch;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.customer.UpdateCustomer;
import io.crmkit.api.customer.contact.AddContact;
import io.crmkit.api.customer.contact.Contact;
import io.crmkit.api.customer.contact.Contacts;
import io.crmkit.api.error.StaleVersion;
import io.crmkit.api.feed.ChangeFeed;
import io.crmkit.api.feed.FeedChange;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabSetup;
import io.crmkit.core.spi.work.Redaction;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.testkit.AuditReplay;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/** What docs/audit.md and docs/concurrency.md show, in the same words. */
@WithSetup(LabSetup.class)
class DocumentedAuditTest {

  private static Customer person(CrmSession session, String name) {
    return session.get(Customers.class).register(RegisterCustomer.person(CustomerName.of(name)));
  }

  private static Customer anonymous(Customer customer) {
    return customer.withName(CustomerName.of("nobody")).withContactPoints(List.of());
  }

  // begin docs/audit.md
  static Redaction.Done forget(Tx tx, CustomerId customer, Contact contact) {
    Customer now = tx.store(CUSTOMERS).get(customer);
    tx.store(CUSTOMERS).save(now, anonymous(now));
    return tx.redact(
        Redaction.of(now.ref()).alsoIn(Set.of(contact.ref())).alsoOf(Set.of("Lily W.")));
  }

  // end docs/audit.md

  @OnEveryStorage
  void the_audit_is_read_per_record_and_per_actor_and_replayed(TestCrm crm) {
    Instant monday = crm.clock().instant();
    CrmSession session = crm.session("lily");
    Customer customer = person(session, "Erika");

    // begin docs/audit.md
    Customer updated =
        session
            .because("asked on the phone")
            .correlatedBy("call-7")
            .get(Customers.class)
            .update(UpdateCustomer.of(customer).withNumber("C-1"));
    // end docs/audit.md

    // begin docs/audit.md
    AuditLog audit = session.get(AuditLog.class);
    List<AuditEntry> history = audit.historyOf(customer.ref());
    // end docs/audit.md
    assertThat(history).hasSize(2);
    assertThat(history.get(1).caller().reason()).isEqualTo("asked on the phone");
    // begin docs/audit.md
    AuditSearch search =
        AuditSearch.by("lily").withRecorded(new AuditSearch.Span(monday, null)).withLimit(50);
    Page<AuditEntry> page = audit.search(search);
    List<AuditEntry> found = new ArrayList<>(page.items());
    while (page.next() != null) {
      page = audit.search(search.withAfter(page.next()));
      found.addAll(page.items());
    }
    // end docs/audit.md
    assertThat(found).hasSize(2);
    // begin docs/audit.md
    List<SortedMap<String, String>> versions = AuditReplay.states(audit.historyOf(customer.ref()));
    assertThat(versions.get(1)).isEqualTo(AuditReplay.flat(CUSTOMERS, updated));
    // end docs/audit.md
  }

  @OnEveryStorage
  void somebody_is_forgotten_and_readers_of_the_feed_hear_of_it(TestCrm crm) {
    CrmSession session = crm.session();
    Customer person = person(session, "Lily Wang");
    Customer firm =
        session
            .get(Customers.class)
            .register(RegisterCustomer.organization(CustomerName.of("Acme")));
    Contact contact = session.get(Contacts.class).add(AddContact.of(person.id(), firm.id()));
    ChangeFeed feed = session.get(ChangeFeed.class);
    String cursor = feed.now();
    CustomerId customer = person.id();

    Redaction.Done done = session.get(Lab.class).run(customer, tx -> forget(tx, customer, contact));

    assertThat(done.auditEntries()).isPositive();
    assertThat(crm.fingerprint().rows().toString()).doesNotContain("Lily");
    assertThat(feed.read(cursor, 10).changes())
        .extracting(FeedChange::kind)
        .containsExactly(FeedChange.Kind.CHANGED, FeedChange.Kind.ERASED);
  }

  @OnEveryStorage
  void nobody_overwrites_what_he_has_not_seen(TestCrm crm) {
    Customers customers = crm.get(Customers.class);
    Customer seen = person(crm.session(), "Erika");

    // begin docs/concurrency.md
    Customer changed = customers.update(UpdateCustomer.of(seen).withNumber("C-2"));
    assertThatThrownBy(() -> customers.update(UpdateCustomer.of(seen).withNumber("C-3")))
        .isInstanceOf(StaleVersion.class);
    // end docs/concurrency.md

    assertThat(changed.version()).isEqualTo(2);
  }

  @OnEveryStorage
  void what_is_decided_over_several_is_read_under_locks(TestCrm crm) {
    CustomerId from = person(crm.session(), "Erika").id();
    CustomerId to = person(crm.session(), "Max").id();

    Customer read = crm.get(Lab.class).run(tx -> handOverBadge(tx, from, to));

    assertThat(read.id()).isEqualTo(from);
  }

  private static Customer handOverBadge(Tx tx, CustomerId from, CustomerId to) {
    // begin docs/concurrency.md
    tx.lock(CUSTOMERS, List.of(from, to)); // in the order of ids, whatever the order here
    tx.lockNames("people.badge", List.of("B-17")); // where there is no row yet
    Customer now = tx.store(CUSTOMERS).get(from);
    // end docs/concurrency.md
    return now;
  }

  @OnEveryStorage
  void a_key_makes_one(TestCrm crm) {
    CrmSession session = crm.session();
    RegisterCustomer command = RegisterCustomer.person(CustomerName.of("Erika"));

    // begin docs/concurrency.md
    Customer first = session.once("form-4711").get(Customers.class).register(command);
    Customer again = session.once("form-4711").get(Customers.class).register(command);
    assertThat(again.id()).isEqualTo(first.id());
    // end docs/concurrency.md
  }
}
