package io.crmkit.core.customer.interaction;

import static io.crmkit.core.customer.contact.ContactEntity.CONTACTS;
import static io.crmkit.core.customer.interaction.InteractionEntity.INTERACTIONS;
import static io.crmkit.core.customer.registry.CustomerEntity.CUSTOMERS;

import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.contact.Contact;
import io.crmkit.api.customer.interaction.Interaction;
import io.crmkit.api.customer.interaction.InteractionAttributes;
import io.crmkit.api.customer.interaction.InteractionId;
import io.crmkit.api.customer.interaction.Interactions;
import io.crmkit.api.customer.interaction.KeepPromise;
import io.crmkit.api.customer.interaction.Participant;
import io.crmkit.api.customer.interaction.Promise;
import io.crmkit.api.customer.interaction.RecordInteraction;
import io.crmkit.api.error.NotFound;
import io.crmkit.api.value.EntityId;
import io.crmkit.api.value.EntityRef;
import io.crmkit.core.customer.common.Faults;
import io.crmkit.core.spi.work.Form;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The thin way from commands and questions about interactions to rules and store. */
final class InteractionService implements Interactions {

  private final Work work;

  @Inject
  InteractionService(Work work) {
    this.work = work;
  }

  @Override
  public Interaction record(RecordInteraction command) {
    Faults faults = new Faults();
    InteractionRules.check(faults, command);
    faults.orThrow();
    return work.run(
        "interaction.record",
        command,
        tx -> {
          tx.store(CUSTOMERS).get(command.customer());
          mustExist(tx, command.participants());
          InteractionId id = new InteractionId(tx.newId());
          RecordInteraction given = tx.store(INTERACTIONS).given(Form.whole(command));
          return tx.store(INTERACTIONS)
              .insert(InteractionRules.happened(given, id, tx.occurredAt()));
        });
  }

  private static void mustExist(ReadTx tx, List<Participant> participants) {
    Set<ContactId> contacts =
        participants.stream()
            .map(Participant::contact)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Set<CustomerId> persons =
        participants.stream()
            .map(Participant::person)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    tx.store(CONTACTS).findAll(contacts).stream().map(Contact::id).forEach(contacts::remove);
    tx.store(CUSTOMERS).findAll(persons).stream().map(Customer::id).forEach(persons::remove);
    missing(Contact.ENTITY, contacts);
    missing(Customer.ENTITY, persons);
  }

  private static void missing(String entity, Set<? extends EntityId> ids) {
    for (EntityId id : ids) {
      throw new NotFound(EntityRef.of(entity, id));
    }
  }

  @Override
  public Interaction keepPromise(KeepPromise command) {
    return work.run(
        "interaction.keep-promise",
        command,
        tx ->
            tx.store(INTERACTIONS)
                .change(
                    command.id(),
                    command.version(),
                    interaction -> InteractionRules.keep(interaction, command, tx.occurredAt())));
  }

  @Override
  public Interaction get(InteractionId id) {
    return work.read(tx -> tx.store(INTERACTIONS).get(id));
  }

  @Override
  public Optional<Interaction> find(InteractionId id) {
    return work.read(tx -> tx.store(INTERACTIONS).find(id));
  }

  @Override
  public List<Interaction> latest(CustomerId customer, int limit) {
    return work.read(tx -> latest(tx, InteractionAttributes.CUSTOMER.eq(customer), limit));
  }

  private static List<Interaction> latest(ReadTx tx, Criteria<Interaction> where, int limit) {
    Query<Interaction> query =
        Query.where(where).orderBy(InteractionAttributes.AT.descending()).limit(limit);
    return tx.store(INTERACTIONS).list(query);
  }

  @Override
  public Map<ContactId, Interaction> latestWith(Collection<ContactId> contacts) {
    return work.read(
        tx -> {
          Map<ContactId, Interaction> latest = new LinkedHashMap<>();
          for (ContactId contact : new HashSet<>(contacts)) {
            latest(tx, with(contact), 1).forEach(i -> latest.put(contact, i));
          }
          return latest;
        });
  }

  private static Criteria<Interaction> with(ContactId contact) {
    return InteractionAttributes.PARTICIPANTS.any(InteractionAttributes.CONTACT.eq(contact));
  }

  @Override
  public List<Interaction> withPromisesDueBefore(LocalDate day) {
    Criteria<Promise> openAndDue =
        InteractionAttributes.KEPT_AT.absent().and(InteractionAttributes.DUE.lessThan(day));
    Query<Interaction> query =
        Query.where(InteractionAttributes.PROMISES.any(openAndDue)).limit(Query.MAX_LIMIT);
    return work.read(tx -> tx.store(INTERACTIONS).list(query));
  }

  @Override
  public Page<Interaction> search(Query<Interaction> query) {
    return work.read(tx -> tx.store(INTERACTIONS).page(query));
  }
}
