package io.crmkit.core.kernel.history;

import io.crmkit.api.CrmSession;
import io.crmkit.api.CrmTransaction;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.ContactPoint;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.CustomerProfile;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.customer.UpdateCustomer;
import io.crmkit.api.error.Conflict;
import io.crmkit.api.error.NotFound;
import io.crmkit.api.error.Refused;
import io.crmkit.api.error.StaleVersion;
import io.crmkit.core.kernel.history.Call.Absent;
import io.crmkit.core.kernel.history.Call.Ask;
import io.crmkit.core.kernel.history.Call.Look;
import io.crmkit.core.kernel.history.Call.Open;
import io.crmkit.core.kernel.history.Call.Outcome;
import io.crmkit.core.kernel.history.Call.Row;
import io.crmkit.core.kernel.history.Call.Save;
import io.crmkit.core.kernel.history.Call.Shown;
import io.crmkit.core.kernel.history.Call.Stale;
import io.crmkit.core.kernel.history.Call.Taken;
import io.crmkit.core.kernel.history.Call.Undone;
import io.crmkit.testkit.TestCrm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Does what is asked with customers: the label is the customer's number, the total the number of
 * employees, and once more in the only contact point.
 */
final class Clerk implements Desk {

  private final TestCrm crm;

  /** The ids that players choose, and those that customers get. */
  private final Map<UUID, UUID> chosen = new ConcurrentHashMap<>();

  Clerk(TestCrm crm) {
    this.crm = crm;
  }

  @Override
  public boolean knows(Ask ask) {
    return ask instanceof Look
        || ask instanceof Open
        || (ask instanceof Save save && !save.label().equals(save.seen().label()))
        || (ask instanceof Save other && other.total() != other.seen().total());
  }

  @Override
  public Outcome answer(Ask ask) {
    return within(crm.session(), ask);
  }

  @Override
  public Outcome answerInVain(List<Ask> asks) {
    try (CrmTransaction host = crm.crm().begin()) {
      asks.forEach(ask -> within(crm.session().join(host), ask));
      host.rollback();
      return new Undone("by the host");
    }
  }

  @Override
  public Accounts accounts() {
    Map<UUID, Row> rows = new HashMap<>();
    crm.get(Customers.class)
        .search(Query.where(Criteria.all()))
        .items()
        .forEach(c -> rows.put(own(c), row(c)));
    return new Accounts(rows, 0);
  }

  private Outcome within(CrmSession session, Ask ask) {
    Customers customers = session.get(Customers.class);
    try {
      if (ask instanceof Open open) {
        return opened(open, customers.register(register(open)));
      } else if (ask instanceof Save save) {
        return new Shown(row(customers.update(update(save))));
      } else if (ask instanceof Look look) {
        return new Shown(row(customers.get(id(look.id()))));
      }
      throw new IllegalArgumentException(ask.toString());
    } catch (StaleVersion e) {
      return new Stale();
    } catch (NotFound e) {
      return new Absent();
    } catch (Refused e) {
      return new Taken();
    } catch (Conflict e) {
      return new Undone(String.valueOf(e.getMessage()));
    }
  }

  private Outcome opened(Open open, Customer customer) {
    chosen.put(open.id(), customer.id().value());
    return new Shown(row(customer));
  }

  private static RegisterCustomer register(Open open) {
    return RegisterCustomer.organization(CustomerName.of("Ltd"))
        .withNumber(open.label())
        .withProfile(employing(open.total()))
        .withContactPoints(points(open.total()));
  }

  private UpdateCustomer update(Save save) {
    return new UpdateCustomer(
        id(save.seen().id()),
        save.seen().version(),
        null,
        save.label(),
        null,
        employing(save.total()),
        points(save.total()));
  }

  private static CustomerProfile employing(long total) {
    return CustomerProfile.unknown().withEmployees((int) total);
  }

  private static List<ContactPoint> points(long total) {
    return total == 0 ? List.of() : List.of(ContactPoint.email(total + "@example.com"));
  }

  private CustomerId id(UUID account) {
    return new CustomerId(chosen.getOrDefault(account, account));
  }

  private UUID own(Customer customer) {
    return chosen.entrySet().stream()
        .filter(e -> e.getValue().equals(customer.id().value()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  private Row row(Customer c) {
    String mail = c.contactPoints().isEmpty() ? null : c.contactPoints().get(0).raw();
    return new Row(
        own(c),
        c.version(),
        c.number(),
        Objects.requireNonNull(c.profile().employees()),
        mail == null ? null : Long.valueOf(mail.substring(0, mail.indexOf('@'))));
  }
}
