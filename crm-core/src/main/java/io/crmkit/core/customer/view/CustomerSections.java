package io.crmkit.core.customer.view;

import static io.crmkit.core.customer.view.Told.joined;

import io.crmkit.api.CrmSession;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.contact.Contact;
import io.crmkit.api.customer.contact.ContactAttributes;
import io.crmkit.api.customer.contact.Contacts;
import io.crmkit.api.customer.contact.InfluenceRole;
import io.crmkit.api.customer.contact.Post;
import io.crmkit.api.customer.interaction.Interaction;
import io.crmkit.api.customer.interaction.InteractionAttributes;
import io.crmkit.api.customer.interaction.Interactions;
import io.crmkit.api.customer.interaction.Promise;
import io.crmkit.api.customer.relationship.Relationship;
import io.crmkit.api.customer.relationship.Relationships;
import io.crmkit.api.value.Label;
import io.crmkit.api.view.ViewSection;
import io.crmkit.api.view.ViewSection.Line;
import io.crmkit.api.view.ViewSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The customer domain's part of the view: contacts, relationships, interactions, promises. */
final class CustomerSections implements ViewSource {

  private static final int CONTACTS_AT_MOST = 50;
  private static final int INTERACTIONS = 5;
  private static final int WITH_PROMISES_AT_MOST = 50;

  @Override
  public List<ViewSection> sections(CrmSession session, CustomerId customer) {
    return List.of(
        contacts(session, customer),
        employers(session, customer),
        relationships(session, customer),
        interactions(session, customer),
        promises(session, customer));
  }

  private static ViewSection contacts(CrmSession session, CustomerId customer) {
    return section(
        "contacts",
        new Label("Contacts", "联系人"),
        contactLines(session, ContactAttributes.ORGANIZATION.eq(customer), Contact::person));
  }

  private static ViewSection employers(CrmSession session, CustomerId customer) {
    return section(
        "employers",
        new Label("Works for", "任职单位"),
        contactLines(session, ContactAttributes.PERSON.eq(customer), Contact::organization));
  }

  private static List<Line> contactLines(
      CrmSession session, Criteria<Contact> whose, Function<Contact, CustomerId> other) {
    LocalDate today = session.today();
    Query<Contact> query =
        Query.where(whose.and(ContactAttributes.on(today))).limit(CONTACTS_AT_MOST);
    List<Contact> contacts = session.get(Contacts.class).search(query).items();
    Told told = Told.of(session, contacts.stream().map(other).toList());
    return contacts.stream()
        .map(
            c ->
                new Line(
                    c.ref(),
                    joined(
                        ", ",
                        told.name(other.apply(c)),
                        Told.same(c.postOn(today).orElse(Post.unknown()).title()),
                        role(c.influence().role()))))
        .toList();
  }

  private static @Nullable Label role(@Nullable InfluenceRole role) {
    return role == null ? null : role.label();
  }

  private static ViewSection relationships(CrmSession session, CustomerId customer) {
    List<Relationship> found = session.get(Relationships.class).of(customer, session.today());
    Set<CustomerId> others = new HashSet<>();
    found.forEach(r -> others.add(other(r, customer)));
    Told told = Told.of(session, others);
    List<Line> lines =
        found.stream()
            .map(r -> new Line(r.ref(), relationship(r, customer, told.name(other(r, customer)))))
            .toList();
    return section("relationships", new Label("Relationships", "客户关系"), lines);
  }

  private static CustomerId other(Relationship relationship, CustomerId customer) {
    return relationship.customer().equals(customer)
        ? relationship.related()
        : relationship.customer();
  }

  private static Label relationship(Relationship relationship, CustomerId customer, Label other) {
    Label type = relationship.type().label();
    boolean otherIsBelow =
        relationship.type().isHierarchy() && relationship.related().equals(customer);
    return otherIsBelow
        ? new Label(type.en() + " of: " + other.en(), "（下级）" + type.zh() + "关系：" + other.zh())
        : new Label(type.en() + ": " + other.en(), type.zh() + "：" + other.zh());
  }

  private static ViewSection interactions(CrmSession session, CustomerId customer) {
    List<Line> lines =
        session.get(Interactions.class).latest(customer, INTERACTIONS).stream()
            .map(i -> new Line(i.ref(), interaction(session, i)))
            .toList();
    return section("interactions", new Label("Last interactions", "最近往来"), lines);
  }

  private static Label interaction(CrmSession session, Interaction interaction) {
    LocalDate day = LocalDate.ofInstant(interaction.exchange().at(), session.profile().zone());
    return joined(
        " · ",
        Label.same(day.toString()),
        interaction.exchange().channel().label(),
        Label.same(interaction.content().subject()));
  }

  private static ViewSection promises(CrmSession session, CustomerId customer) {
    Query<Interaction> query =
        Query.where(
                InteractionAttributes.CUSTOMER
                    .eq(customer)
                    .and(
                        InteractionAttributes.PROMISES.any(InteractionAttributes.KEPT_AT.absent())))
            .orderBy(InteractionAttributes.AT.descending())
            .limit(WITH_PROMISES_AT_MOST);
    List<Line> lines = new ArrayList<>();
    for (Interaction interaction : session.get(Interactions.class).search(query).items()) {
      for (Promise promise : interaction.promises()) {
        if (promise.isOpen()) {
          lines.add(new Line(interaction.ref(), promise(promise)));
        }
      }
    }
    return section("promises", new Label("Open promises", "未兑现的承诺"), lines);
  }

  private static Label promise(Promise promise) {
    Label who =
        promise.promisedBy() == Promise.By.US
            ? new Label("we", "我方")
            : new Label("the customer", "客户");
    return joined(" · ", Label.same(promise.due().toString()), who, Label.same(promise.text()));
  }

  private static ViewSection section(String key, Label title, List<Line> lines) {
    return new ViewSection(ViewFeature.MODULE, key, title, lines);
  }
}
