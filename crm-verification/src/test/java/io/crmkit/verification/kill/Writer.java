package io.crmkit.verification.kill;

import io.crmkit.api.CrmSession;
import io.crmkit.api.customer.ContactPoint;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.customer.UpdateCustomer;
import io.crmkit.api.customer.contact.AddContact;
import io.crmkit.api.customer.contact.Contact;
import io.crmkit.api.customer.contact.Contacts;
import io.crmkit.api.error.Conflict;
import io.crmkit.api.error.StaleVersion;
import io.crmkit.api.sales.opportunity.AdvanceOpportunity;
import io.crmkit.api.sales.opportunity.OpenOpportunity;
import io.crmkit.api.sales.opportunity.Opportunities;
import io.crmkit.api.sales.opportunity.Opportunity;
import io.crmkit.api.sales.opportunity.WinOpportunity;
import io.crmkit.verification.kill.Operation.Kind;
import io.crmkit.verification.kill.Operation.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;

/** One thread of the load: everyday commands, one after the other, for ever. */
final class Writer implements Runnable {

  /**
   * What is particular to one writer.
   *
   * @param hot the customer that all of them change
   */
  record Part(int index, CustomerId hot, long seed) {}

  private static final long MOST = 1_000_000_000L;
  private static final int TRIES = 20;

  /** Behind the operation that wrote it, in the contact point of everybody's customer. */
  static final String AT = "@lakeside.example";

  private final Consumer<String> journal;
  private final CrmSession session;
  private final Part part;
  private final Random random;
  private long number;

  Writer(Consumer<String> journal, CrmSession session, Part part) {
    this.journal = journal;
    this.session = session;
    this.part = part;
    this.random = new Random(part.seed());
    this.number = part.index() * MOST;
  }

  @Override
  public void run() {
    while (true) {
      register().ifPresent(this::sell);
      remind();
      touchHot();
    }
  }

  private Optional<CustomerId> register() {
    String key = "c" + part.index() + "-" + (number + 1);
    Optional<Customer> customer =
        surely(Kind.CUSTOMER, List.of(key), s -> customer(s, key), c -> answer(c.id(), c.number()));
    customer.ifPresent(this::addContact);
    return customer.map(Customer::id);
  }

  static Customer customer(CrmSession session, String key) {
    RegisterCustomer command =
        RegisterCustomer.organization(CustomerName.of("Lakeside Works " + key))
            .withExternalId(key)
            .withContactPoints(
                List.of(
                    ContactPoint.phone("+86 21 6432 1234"),
                    ContactPoint.email("office@lakeside.example")));
    return session.once(key).get(Customers.class).register(command);
  }

  private void addContact(Customer customer) {
    Operation operation = next(Kind.CONTACT, List.of(customer.id().value().toString()));
    attempt(
        operation,
        s ->
            s.transaction(
                group -> {
                  RegisterCustomer person =
                      RegisterCustomer.person(CustomerName.of("Person " + operation.number()));
                  CustomerId id = group.get(Customers.class).register(person).id();
                  return group.get(Contacts.class).add(AddContact.of(id, customer.id()));
                }),
        (Contact c) -> answer(c.id(), c.person().value().toString()));
  }

  private void sell(CustomerId customer) {
    String key = "o" + part.index() + "-" + (number + 1);
    List<String> words = List.of(key, customer.value().toString());
    Optional<Opportunity> current =
        surely(Kind.OPEN, words, s -> opportunity(s, key, customer), Writer::answer);
    int steps = random.nextInt(Load.STAGES.size() + 1);
    for (int i = 1; i <= steps && current.isPresent(); i++) {
      current = i < Load.STAGES.size() ? advance(current.get(), i) : win(current.get());
    }
  }

  static Opportunity opportunity(CrmSession session, String key, CustomerId customer) {
    OpenOpportunity command = OpenOpportunity.of(key, customer).withPipeline(Load.PIPELINE);
    return session.once(key).get(Opportunities.class).open(command);
  }

  private Optional<Opportunity> advance(Opportunity o, int stage) {
    String to = Load.STAGES.get(stage);
    Operation operation = next(Kind.ADVANCE, List.of(o.id().value().toString(), to));
    return attempt(
        operation,
        s -> s.get(Opportunities.class).advance(new AdvanceOpportunity(o.id(), o.version(), to)),
        Writer::answer);
  }

  private Optional<Opportunity> win(Opportunity o) {
    Operation operation = next(Kind.WIN, List.of(o.id().value().toString(), "won"));
    return attempt(
        operation,
        s -> s.get(Opportunities.class).win(new WinOpportunity(o.id(), o.version())),
        Writer::answer);
  }

  /** Some are soon due, some not before the process is dead. */
  private void remind() {
    String timer = "t" + part.index() + "-" + (number + 1);
    Operation set = next(Kind.SET, List.of(timer, due().toString()));
    boolean going =
        attempt(set, s -> set(s.get(Ledger.class), set), x -> List.<String>of()).isPresent();
    for (int i = random.nextInt(3); i > 0 && going; i--) {
      Operation move = next(Kind.MOVE, List.of(timer, due().toString()));
      going =
          attempt(
                  move,
                  s -> s.get(Ledger.class).move(timer, Instant.parse(move.words().get(1))),
                  moved -> List.of(moved.toString()))
              .orElse(false);
    }
    if (going && random.nextInt(3) == 0) {
      attempt(
          next(Kind.CANCEL, List.of(timer)),
          s -> s.get(Ledger.class).cancel(timer),
          cancelled -> List.of(cancelled.toString()));
    }
  }

  private static String set(Ledger ledger, Operation operation) {
    ledger.set(operation.words().get(0), Instant.parse(operation.words().get(1)));
    return operation.words().get(0);
  }

  private Instant due() {
    Duration away =
        random.nextBoolean() ? Duration.ofMillis(random.nextInt(1_500)) : Duration.ofDays(1);
    return Instant.ofEpochMilli(System.currentTimeMillis()).plus(away);
  }

  private void touchHot() {
    Operation operation = next(Kind.UPDATE, List.of(part.hot().value().toString()));
    attempt(
        operation,
        s -> {
          Customer hot = s.get(Customers.class).get(part.hot());
          List<ContactPoint> points = List.of(ContactPoint.email(operation.correlation() + AT));
          return s.get(Customers.class).update(UpdateCustomer.of(hot).withContactPoints(points));
        },
        (Customer c) -> answer(c.id(), String.valueOf(c.version())));
  }

  /** Asks again under the same key when it does not know what became of it, as a host would. */
  private <R> Optional<R> surely(
      Kind kind,
      List<String> words,
      Function<CrmSession, R> work,
      Function<R, List<String>> answer) {
    for (int i = 0; i < TRIES; i++) {
      Optional<R> result = attempt(next(kind, words), work, answer);
      if (result.isPresent()) {
        return result;
      }
    }
    return Optional.empty();
  }

  private <R> Optional<R> attempt(
      Operation operation, Function<CrmSession, R> work, Function<R, List<String>> answer) {
    journal.accept(operation.intent());
    try {
      R result = work.apply(session.correlatedBy(operation.correlation()));
      journal.accept(operation.ended(Outcome.DONE, answer.apply(result)));
      return Optional.of(result);
    } catch (StaleVersion | Conflict e) {
      journal.accept(operation.ended(Outcome.REFUSED, List.of(e.getClass().getSimpleName())));
      return Optional.empty();
    } catch (RuntimeException e) {
      String what = String.valueOf(e).replaceAll("\\s+", " ");
      journal.accept(operation.ended(Outcome.UNKNOWN, List.of(what)));
      return Optional.empty();
    }
  }

  private Operation next(Kind kind, List<String> words) {
    return new Operation(++number, kind, words);
  }

  private static List<String> answer(Opportunity o) {
    return answer(o.id(), String.valueOf(o.version()));
  }

  private static List<String> answer(io.crmkit.api.value.EntityId id, String more) {
    return List.of(id.value().toString(), more);
  }
}
