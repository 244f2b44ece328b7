package io.crmkit.core.customer.view;

import static io.crmkit.core.customer.view.Told.joined;
import static io.crmkit.core.customer.view.Told.spoken;

import io.crmkit.api.CrmSession;
import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerKind;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.contact.Contact;
import io.crmkit.api.customer.contact.ContactAttributes;
import io.crmkit.api.customer.contact.Contacts;
import io.crmkit.api.customer.interaction.Direction;
import io.crmkit.api.customer.interaction.Interaction;
import io.crmkit.api.customer.interaction.InteractionAttributes;
import io.crmkit.api.customer.interaction.Interactions;
import io.crmkit.api.customer.relationship.Relationship;
import io.crmkit.api.customer.relationship.RelationshipAttributes;
import io.crmkit.api.customer.relationship.Relationships;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Label;
import io.crmkit.api.view.TimelineEntry;
import io.crmkit.api.view.TimelineSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The customer domain's part of the timeline: when a customer became known, interactions, job
 * moves, relationships. What is known to the day is told at the day's beginning in the tenant's
 * zone.
 */
final class CustomerTimeline implements TimelineSource {

  @Override
  public List<TimelineEntry> timeline(CrmSession session, Span span) {
    Optional<Customer> customer = session.get(Customers.class).find(span.customer());
    if (customer.isEmpty()) {
      return List.of();
    }
    List<TimelineEntry> entries = new ArrayList<>();
    entries.add(registered(customer.get()));
    entries.addAll(interactions(session, customer.get(), span));
    entries.addAll(jobs(session, customer.get(), span));
    entries.addAll(relationships(session, span));
    return entries.stream()
        .filter(e -> !e.occurredAt().isBefore(span.from()) && e.occurredAt().isBefore(span.to()))
        .toList();
  }

  private static TimelineEntry registered(Customer customer) {
    return entry(
        customer.registeredAt(),
        "registered",
        customer.ref(),
        spoken(new Label("became known:", "已建档："), customer.name().label()));
  }

  private static List<TimelineEntry> interactions(
      CrmSession session, Customer customer, Span span) {
    // Two questions, since databases find no way through an index to either of two conditions.
    Set<Interaction> found =
        new LinkedHashSet<>(
            latest(session, InteractionAttributes.CUSTOMER.eq(customer.id()), span));
    if (customer.kind() == CustomerKind.PERSON) {
      found.addAll(latest(session, tookPart(session, customer.id()), span));
    }
    return found.stream().map(CustomerTimeline::interaction).toList();
  }

  private static List<Interaction> latest(
      CrmSession session, Criteria<Interaction> whose, Span span) {
    Query<Interaction> query =
        Query.where(whose.and(InteractionAttributes.AT.between(span.from(), span.to())))
            .orderBy(InteractionAttributes.AT.descending())
            .limit(span.limit());
    return session.get(Interactions.class).search(query).items();
  }

  private static Criteria<Interaction> tookPart(CrmSession session, CustomerId person) {
    List<Contact> career = session.get(Contacts.class).careerOf(person);
    return InteractionAttributes.PARTICIPANTS.any(
        Criteria.or(
            InteractionAttributes.PERSON.eq(person),
            InteractionAttributes.CONTACT.in(career.stream().map(Contact::id).toList())));
  }

  private static TimelineEntry interaction(Interaction interaction) {
    Label direction =
        interaction.exchange().direction() == Direction.INBOUND
            ? new Label("(inbound):", "（来自客户）：")
            : new Label("(outbound):", "（我方发起）：");
    return entry(
        interaction.exchange().at(),
        "interaction",
        interaction.ref(),
        spoken(
            interaction.exchange().channel().label(),
            direction,
            Label.same(interaction.content().subject())));
  }

  private static List<TimelineEntry> jobs(CrmSession session, Customer customer, Span span) {
    boolean isPerson = customer.kind() == CustomerKind.PERSON;
    Criteria<Contact> whose =
        isPerson
            ? ContactAttributes.PERSON.eq(customer.id())
            : ContactAttributes.ORGANIZATION.eq(customer.id());
    Contacts contacts = session.get(Contacts.class);
    List<Contact> began =
        contacts.search(latest(whose, ContactAttributes.FROM, session, span)).items();
    List<Contact> ended =
        contacts.search(latest(whose, ContactAttributes.UNTIL, session, span)).items();
    Set<CustomerId> others = new HashSet<>();
    began.forEach(c -> others.add(isPerson ? c.organization() : c.person()));
    ended.forEach(c -> others.add(isPerson ? c.organization() : c.person()));
    Told told = Told.of(session, others);
    List<TimelineEntry> entries = new ArrayList<>();
    for (Contact contact : began) {
      Label other = told.name(isPerson ? contact.organization() : contact.person());
      Label title = Told.same(contact.posts().get(0).post().title());
      day(session, contact.period().from())
          .map(at -> entry(at, "contact-began", contact.ref(), beganText(other, title, isPerson)))
          .ifPresent(entries::add);
    }
    for (Contact contact : ended) {
      Label other = told.name(isPerson ? contact.organization() : contact.person());
      day(session, contact.period().until())
          .map(at -> entry(at, "contact-ended", contact.ref(), endedText(other, isPerson)))
          .ifPresent(entries::add);
    }
    return entries;
  }

  private static Label beganText(Label other, @Nullable Label title, boolean isPerson) {
    Label text =
        isPerson
            ? new Label("began at " + other.en(), "入职" + other.zh())
            : new Label(other.en() + " began here", other.zh() + "入职");
    return joined(", ", text, title);
  }

  private static Label endedText(Label other, boolean isPerson) {
    return isPerson
        ? new Label("left " + other.en(), "离开" + other.zh())
        : new Label(other.en() + " left", other.zh() + "离职");
  }

  private static List<TimelineEntry> relationships(CrmSession session, Span span) {
    Criteria<Relationship> whose =
        Criteria.or(
            RelationshipAttributes.CUSTOMER.eq(span.customer()),
            RelationshipAttributes.RELATED.eq(span.customer()));
    Relationships relationships = session.get(Relationships.class);
    List<Relationship> began =
        relationships.search(latest(whose, RelationshipAttributes.FROM, session, span)).items();
    List<Relationship> ended =
        relationships.search(latest(whose, RelationshipAttributes.UNTIL, session, span)).items();
    Set<CustomerId> all = new HashSet<>();
    began.forEach(r -> all.addAll(List.of(r.customer(), r.related())));
    ended.forEach(r -> all.addAll(List.of(r.customer(), r.related())));
    Told told = Told.of(session, all);
    List<TimelineEntry> entries = new ArrayList<>();
    for (Relationship relationship : began) {
      Label text = spoken(new Label("now:", "新增："), sentence(told, relationship));
      day(session, relationship.period().from())
          .map(at -> entry(at, "relationship-began", relationship.ref(), text))
          .ifPresent(entries::add);
    }
    for (Relationship relationship : ended) {
      Label text = spoken(new Label("no longer:", "终止："), sentence(told, relationship));
      day(session, relationship.period().until())
          .map(at -> entry(at, "relationship-ended", relationship.ref(), text))
          .ifPresent(entries::add);
    }
    return entries;
  }

  private static Label sentence(Told told, Relationship relationship) {
    Label one = told.name(relationship.customer());
    Label other = told.name(relationship.related());
    Label type = relationship.type().label();
    return new Label(
        other.en() + " is " + type.en() + " of " + one.en(),
        other.zh() + "是" + one.zh() + "的" + type.zh());
  }

  /** The latest rows whose date lies in the span; a day too many is cut off later. */
  private static <E> Query<E> latest(
      Criteria<E> whose, Attribute<E, LocalDate> date, CrmSession session, Span span) {
    LocalDate first = LocalDate.ofInstant(span.from(), session.profile().zone());
    LocalDate last = LocalDate.ofInstant(span.to(), session.profile().zone());
    return Query.where(whose.and(date.between(first, last.plusDays(1))))
        .orderBy(date.descending())
        .limit(span.limit());
  }

  private static Optional<Instant> day(CrmSession session, @Nullable LocalDate day) {
    return day == null
        ? Optional.empty()
        : Optional.of(day.atStartOfDay(session.profile().zone()).toInstant());
  }

  private static TimelineEntry entry(Instant at, String kind, EntityRef subject, Label text) {
    return new TimelineEntry(at, ViewFeature.MODULE, kind, subject, text);
  }
}
