package io.crmkit.examples.quickstart.chapters;

import io.crmkit.api.customer.ContactId;
import io.crmkit.api.customer.ContactPoint;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.customer.contact.AddContact;
import io.crmkit.api.customer.contact.ChangePost;
import io.crmkit.api.customer.contact.Contact;
import io.crmkit.api.customer.contact.Contacts;
import io.crmkit.api.customer.contact.Influence;
import io.crmkit.api.customer.contact.InfluenceMap;
import io.crmkit.api.customer.contact.InfluencePath;
import io.crmkit.api.customer.contact.InfluenceRole;
import io.crmkit.api.customer.contact.Post;
import io.crmkit.api.customer.contact.Stance;
import io.crmkit.api.customer.contact.UpdateContact;
import io.crmkit.api.sales.opportunity.BuyingCentre;
import io.crmkit.api.sales.opportunity.BuyingCentres;
import io.crmkit.api.sales.opportunity.BuyingRole;
import io.crmkit.api.sales.opportunity.PutBuyingMember;
import io.crmkit.api.value.Label;
import io.crmkit.examples.quickstart.story.Role;
import io.crmkit.examples.quickstart.story.Tale;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Step 2: who reports to whom, who decides, who handles. */
public final class WhoDecides implements Chapter {

  private static final CustomerName DIRECTOR = CustomerName.of("Li Hong", "李红");
  private static final CustomerName PURCHASER = CustomerName.of("Wang Lei", "王磊");
  private static final CustomerName ENGINEER = CustomerName.of("Max Berger", "马克斯·贝格尔");

  @Override
  public Label title() {
    return new Label("Who decides, who handles", "谁决策，谁经办");
  }

  @Override
  public List<Class<?>> needs() {
    return List.of();
  }

  @Override
  public void tell(Tale tale) {
    tale.at(2, "14:00");
    if (tale.cast().find(Role.CUSTOMER).isEmpty()) {
      registerByHand(tale);
    }
    ContactId director = add(tale, DIRECTOR, null, InfluenceRole.DECISION_MAKER, Stance.NEUTRAL, 5);
    ContactId purchaser = add(tale, PURCHASER, director, InfluenceRole.HANDLER, Stance.NEUTRAL, 3);
    ContactId engineer = add(tale, ENGINEER, director, InfluenceRole.EVALUATOR, Stance.OPPONENT, 2);
    tale.cast().play(Role.DECIDER, director);
    tale.cast().play(Role.HANDLER, purchaser);
    placeUser(tale, director);
    answerFromTheMap(tale);
    tale.find(BuyingCentres.class).ifPresent(centres -> buyingCentre(tale, centres, engineer));
  }

  /** Without leads somebody types the customer in. */
  private void registerByHand(Tale tale) {
    Customer hospital =
        tale.get(Customers.class)
            .register(
                RegisterCustomer.organization(CustomerName.of("Riverside Hospital", "河畔医院"))
                    .withContactPoints(List.of(ContactPoint.phone("+86 21 6432 1234"))));
    Customer head =
        tale.get(Customers.class)
            .register(
                RegisterCustomer.person(CustomerName.of("Zhang Min", "张敏"))
                    .withContactPoints(List.of(ContactPoint.phone("+86 21 6432 1288"))));
    Post post = Post.titled(tale.text("Head of radiology", "放射科主任"));
    Contact contact =
        tale.get(Contacts.class)
            .add(AddContact.of(head.id(), hospital.id()).withSince(tale.day(0)).withPost(post));
    tale.cast().play(Role.CUSTOMER, hospital.id());
    tale.cast().play(Role.USER, contact.id());
    tale.tell()
        .say(
            "{0} {1} is registered by hand.",
            "手工登记客户 {0} {1}。", hospital.number(), hospital.name());
  }

  private ContactId add(
      Tale tale,
      CustomerName name,
      @Nullable ContactId superior,
      InfluenceRole role,
      Stance stance,
      int weight) {
    Customer person = tale.get(Customers.class).register(RegisterCustomer.person(name));
    Post post = new Post(null, null, superior);
    return tale.get(Contacts.class)
        .add(
            AddContact.of(person.id(), tale.cast().get(Role.CUSTOMER))
                .withPost(post)
                .withInfluence(new Influence(role, stance, weight)))
        .id();
  }

  /** The one who asked reports to the director, too. */
  private void placeUser(Tale tale, ContactId director) {
    Contacts contacts = tale.get(Contacts.class);
    Contact user = contacts.get(tale.cast().get(Role.USER));
    Influence influence = new Influence(InfluenceRole.USER, Stance.SUPPORTER, 4);
    Contact known = contacts.update(UpdateContact.of(user).withInfluence(influence));
    contacts.changePost(ChangePost.of(known, known.post().withReportsTo(director)));
  }

  private void answerFromTheMap(Tale tale) {
    InfluenceMap map =
        tale.get(Contacts.class).influence(tale.cast().get(Role.CUSTOMER), tale.session().today());
    tale.tell().say("{0} people at the hospital are known.", "已知医院的 {0} 位联系人。", map.nodes().size());
    map.upToDecisionMaker(tale.cast().get(Role.USER))
        .ifPresent(path -> tale.tell().item("Who decides?  {0}", "谁决策？{0}", way(tale, path)));
    for (InfluencePath path : map.downToHandlers(tale.cast().get(Role.DECIDER))) {
      tale.tell().item("Who handles?  {0}", "谁经办？{0}", way(tale, path));
    }
  }

  private String way(Tale tale, InfluencePath path) {
    return path.nodes().stream().map(node -> who(tale, node)).collect(Collectors.joining(" -> "));
  }

  private String who(Tale tale, InfluenceMap.Node node) {
    CustomerName name = node.name();
    InfluenceRole role = node.influence().role();
    String called = name == null ? "?" : tale.tell().formats().both(name);
    return role == null ? called : called + " [" + tale.text(role.label()) + "]";
  }

  private void buyingCentre(Tale tale, BuyingCentres centres, ContactId engineer) {
    put(tale, centres, Role.DECIDER, BuyingRole.DECISION_MAKER, 95);
    put(tale, centres, Role.HANDLER, BuyingRole.HANDLER, 40);
    put(tale, centres, Role.USER, BuyingRole.USER, 70);
    centres.put(
        new PutBuyingMember(
            tale.cast().get(Role.OPPORTUNITY),
            engineer,
            BuyingRole.EVALUATOR,
            Stance.OPPONENT,
            30));
    BuyingCentre centre = centres.of(tale.cast().get(Role.OPPORTUNITY));
    tale.tell()
        .say(
            "In this purchase: {0} decides, {1} handles, {2} is against us; nobody is {3}.",
            "本次采购：{0} 位决策者，{1} 位经办人，{2} 位反对者；尚无人担任 {3}。",
            centre.deciders().size(),
            centre.handlers().size(),
            centre.unansweredOpponents(0, tale.session().now()).size(),
            centre.uncovered().stream().sorted().map(r -> role(r)).toList());
  }

  private static Label role(BuyingRole role) {
    return switch (role) {
      case USER -> new Label("user", "使用者");
      case EVALUATOR -> new Label("evaluator", "评估者");
      case HANDLER -> new Label("handler", "经办人");
      case DECISION_MAKER -> new Label("decision maker", "决策者");
      case BUDGET_HOLDER -> new Label("budget holder", "预算负责人");
      case GATEKEEPER -> new Label("gatekeeper", "把关者");
    };
  }

  private void put(
      Tale tale, BuyingCentres centres, Role<ContactId> who, BuyingRole role, int influence) {
    centres.put(
        new PutBuyingMember(
            tale.cast().get(Role.OPPORTUNITY),
            tale.cast().get(who),
            role,
            Stance.NEUTRAL,
            influence));
  }
}
