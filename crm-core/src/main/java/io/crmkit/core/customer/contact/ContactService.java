package io.crmkit.core.customer.contact;

import static io.crmkit.core.customer.contact.ContactEntity.CONTACTS;
import static io.crmkit.core.customer.registry.CustomerEntity.CUSTOMERS;

import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerKind;
import io.crmkit.api.customer.CustomerReason;
import io.crmkit.api.customer.PhoneRegion;
import io.crmkit.api.customer.contact.AddContact;
import io.crmkit.api.customer.contact.ChangePost;
import io.crmkit.api.customer.contact.Contact;
import io.crmkit.api.customer.contact.ContactAttributes;
import io.crmkit.api.customer.contact.ContactMoved;
import io.crmkit.api.customer.contact.Contacts;
import io.crmkit.api.customer.contact.EndContact;
import io.crmkit.api.customer.contact.Influence;
import io.crmkit.api.customer.contact.InfluenceMap;
import io.crmkit.api.customer.contact.MoveContact;
import io.crmkit.api.customer.contact.UpdateContact;
import io.crmkit.api.error.NotFound;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.Refused;
import io.crmkit.api.value.Label;
import io.crmkit.core.customer.common.Faults;
import io.crmkit.core.customer.contact.ContactRules.Staff;
import io.crmkit.core.customer.contact.DepartureRules.Departure;
import io.crmkit.core.spi.rule.Decision;
import io.crmkit.core.spi.work.Change;
import io.crmkit.core.spi.work.Form;
import io.crmkit.core.spi.work.Store;
import io.crmkit.core.spi.work.Tx;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The thin way from commands and questions about contacts to rules and store. Whatever depends on
 * several contacts of an organization is decided under a lock on the organization's row.
 */
final class ContactService implements Contacts {

  private final Work work;
  private final PhoneRegion phoneRegion;

  @Inject
  ContactService(Work work, PhoneRegion phoneRegion) {
    this.work = work;
    this.phoneRegion = phoneRegion;
  }

  @Override
  public Contact add(AddContact command) {
    Faults faults = new Faults();
    ContactRules.check(faults, command);
    faults.orThrow();
    return work.run(
        "contact.add",
        command,
        tx -> {
          Customer person = tx.store(CUSTOMERS).get(command.person());
          Customer organization = tx.store(CUSTOMERS).get(command.organization());
          refuse(kinds(person, organization));
          tx.lock(CUSTOMERS, List.of(command.organization()));
          AddContact given = tx.store(CONTACTS).given(form(command));
          return tx.store(CONTACTS).insert(arrival(tx, given, organization));
        });
  }

  private static Form<AddContact> form(AddContact command) {
    return Form.whole(command).at("post", "posts.post").at("since", "period.from");
  }

  private Decision<Contact> arrival(Tx tx, AddContact command, Customer organization) {
    ContactId id = new ContactId(tx.newId());
    return ContactRules.add(command, id, staff(tx, organization));
  }

  private static List<Reason> kinds(Customer person, Customer organization) {
    List<Reason> reasons = new ArrayList<>();
    if (person.kind() != CustomerKind.PERSON) {
      reasons.add(
          Reason.of(CustomerReason.NOT_A_PERSON)
              .with("field", "person", new Label("the one named as contact", "所填联系人")));
    }
    if (organization.kind() != CustomerKind.ORGANIZATION) {
      reasons.add(
          Reason.of(CustomerReason.NOT_AN_ORGANIZATION)
              .with("field", "organization", new Label("the one named as employer", "所填任职单位")));
    }
    return reasons;
  }

  private static void refuse(List<Reason> reasons) {
    if (!reasons.isEmpty()) {
      throw new Refused(reasons);
    }
  }

  /** Everyone who is or was there; read after the organization has been locked. */
  private Staff staff(Tx tx, Customer organization) {
    List<Contact> colleagues =
        tx.tenantWide().store(CONTACTS).all(ContactAttributes.ORGANIZATION.eq(organization.id()));
    String country = organization.profile().country();
    return new Staff(
        colleagues, tx.today(), country != null ? country : phoneRegion.of(tx.session()));
  }

  @Override
  public Contact update(UpdateContact command) {
    Faults faults = new Faults();
    ContactRules.check(faults, command);
    faults.orThrow();
    return work.run(
        "contact.update",
        command,
        tx -> {
          Contact before = tx.store(CONTACTS).get(command.id(), command.version());
          Customer organization = tx.store(CUSTOMERS).get(before.organization());
          String country = organization.profile().country();
          String region = country != null ? country : phoneRegion.of(tx.session());
          UpdateContact given = tx.store(CONTACTS).given(before, Form.changes(command));
          return tx.store(CONTACTS).save(before, ContactRules.update(before, given, region));
        });
  }

  @Override
  public Contact changePost(ChangePost command) {
    Faults faults = new Faults();
    faults.day("since", command.since());
    PostRules.check(faults, command.post());
    faults.orThrow();
    return work.run(
        "contact.change-post",
        command,
        tx -> {
          Contact before = tx.store(CONTACTS).get(command.id(), command.version());
          Customer organization = tx.store(CUSTOMERS).get(before.organization());
          tx.lock(CUSTOMERS, List.of(before.organization()));
          Staff staff = staff(tx, organization);
          ChangePost given =
              tx.store(CONTACTS).given(before, Form.changes(command).at("post", "posts.post"));
          return tx.store(CONTACTS).save(before, ContactRules.changePost(before, given, staff));
        });
  }

  @Override
  public Contact end(EndContact command) {
    Faults faults = new Faults();
    faults.day("until", command.until());
    faults.orThrow();
    return work.run(
        "contact.end",
        command,
        tx -> {
          Contact before = tx.store(CONTACTS).get(command.id(), command.version());
          Customer organization = tx.store(CUSTOMERS).get(before.organization());
          tx.lock(CUSTOMERS, List.of(before.organization()));
          LocalDate until = Objects.requireNonNullElse(command.until(), tx.today());
          Decision<Departure> departure =
              DepartureRules.leave(before, until, command.successor(), staff(tx, organization));
          return carryOut(tx, before, departure.orRefuse());
        });
  }

  private static Contact carryOut(Tx tx, Contact before, Decision.Accepted<Departure> accepted) {
    Store<Contact> contacts = tx.store(CONTACTS);
    List<Contact> rerouted = accepted.state().rerouted();
    Map<ContactId, Contact> known =
        contacts.findAll(rerouted.stream().map(Contact::id).toList()).stream()
            .collect(Collectors.toMap(Contact::id, contact -> contact));
    List<Change<Contact>> changes = new ArrayList<>();
    changes.add(Change.of(before, accepted.state().ended()));
    for (Contact after : rerouted) {
      Contact reporting = known.get(after.id());
      if (reporting == null) {
        throw new NotFound(after.ref());
      }
      changes.add(Change.of(reporting, after));
    }
    Contact ended = contacts.saveAll(changes).get(0);
    accepted.events().forEach(tx::publish);
    return ended;
  }

  @Override
  public Contact move(MoveContact command) {
    Faults faults = new Faults();
    faults.day("since", command.since());
    PostRules.check(faults, command.post());
    faults.orThrow();
    return work.run("contact.move", command, tx -> move(tx, command));
  }

  private Contact move(Tx tx, MoveContact command) {
    Contact before = tx.store(CONTACTS).get(command.id(), command.version());
    Customer former = tx.store(CUSTOMERS).get(before.organization());
    Customer next = tx.store(CUSTOMERS).get(command.organization());
    ContactRules.otherOrganization(before, next.id()).ifPresent(r -> refuse(List.of(r)));
    if (next.kind() != CustomerKind.ORGANIZATION) {
      throw Refused.because(
          Reason.of(CustomerReason.NOT_AN_ORGANIZATION)
              .with("field", "organization", new Label("the one named as employer", "所填任职单位")));
    }
    tx.lock(CUSTOMERS, List.of(former.id(), next.id()));
    LocalDate since = Objects.requireNonNullElse(command.since(), tx.today());
    Decision<Departure> departure =
        DepartureRules.leave(before, since, command.successor(), staff(tx, former));
    // What somebody thinks of us goes with them; what they have to say does not.
    Influence influence = new Influence(null, before.influence().stance(), null);
    AddContact add =
        new AddContact(before.person(), next.id(), since, command.post(), influence, List.of());
    Decision<Contact> arrival = arrival(tx, add, next);
    refuse(reasons(departure, arrival));
    carryOut(tx, before, departure.orRefuse());
    Contact contact = tx.store(CONTACTS).insert(arrival);
    tx.publish(new ContactMoved(contact.id(), before.id(), contact.person(), since));
    return contact;
  }

  private static List<Reason> reasons(Decision<?>... decisions) {
    List<Reason> reasons = new ArrayList<>();
    for (Decision<?> decision : decisions) {
      if (decision instanceof Decision.Rejected<?> rejected) {
        reasons.addAll(rejected.reasons());
      }
    }
    return reasons;
  }

  @Override
  public Contact get(ContactId id) {
    return work.read(tx -> tx.store(CONTACTS).get(id));
  }

  @Override
  public Optional<Contact> find(ContactId id) {
    return work.read(tx -> tx.store(CONTACTS).find(id));
  }

  @Override
  public List<Contact> findAll(Collection<ContactId> ids) {
    return work.read(tx -> tx.store(CONTACTS).findAll(ids));
  }

  @Override
  public List<Contact> of(CustomerId organization, LocalDate asOf) {
    Criteria<Contact> where =
        ContactAttributes.ORGANIZATION.eq(organization).and(ContactAttributes.on(asOf));
    return work.read(tx -> tx.store(CONTACTS).all(where));
  }

  @Override
  public List<Contact> careerOf(CustomerId person) {
    Comparator<Contact> byBegin =
        Comparator.comparing(
            c -> c.period().from(), Comparator.nullsFirst(Comparator.naturalOrder()));
    return work.read(
        tx ->
            tx.store(CONTACTS).all(ContactAttributes.PERSON.eq(person)).stream()
                .sorted(byBegin)
                .toList());
  }

  @Override
  public Page<Contact> search(Query<Contact> query) {
    return work.read(tx -> tx.store(CONTACTS).page(query));
  }

  @Override
  public InfluenceMap influence(CustomerId organization, LocalDate asOf) {
    return work.read(
        tx -> {
          tx.store(CUSTOMERS).get(organization);
          List<Contact> contacts =
              tx.store(CONTACTS).all(ContactAttributes.ORGANIZATION.eq(organization));
          List<CustomerId> persons = contacts.stream().map(Contact::person).distinct().toList();
          return InfluenceRules.map(
              organization, asOf, contacts, tx.store(CUSTOMERS).findAll(persons));
        });
  }
}
