package io.crmkit.benchmarks.workloads;

import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerAttributes;
import io.crmkit.api.customer.CustomerImports;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.CustomerRow;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.ImportCustomers;
import io.crmkit.api.field.CustomFields;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.field.Field;
import io.crmkit.api.field.FieldDeclaration;
import io.crmkit.api.field.FieldUse;
import io.crmkit.api.field.SingleField;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;

/**
 * What a search by a custom field costs beside the same one by a built-in column: same customers,
 * same hits, one after the other in the same run. The ratio is how often the built-in search is
 * done in the time of one by the custom field; lower is better, 3 at most is wanted.
 */
public final class CustomFieldSearch {

  private static final String LOG_LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";
  private static final SingleField<String> CODE = Field.text("code");
  private static final SingleField<String> TITLE = Field.text("title");
  private static final int CHUNK = 1_000;
  private static final int ROUNDS = 7;
  private static final long SLICE_MILLIS = 400;

  private final int customers;
  private final Random random = new Random(1);
  private final Rounds rounds = new Rounds(ROUNDS, SLICE_MILLIS);

  private CustomFieldSearch(int customers) {
    this.customers = customers;
  }

  public static void main(String[] args) throws SQLException {
    if (System.getProperty(LOG_LEVEL) == null) {
      System.setProperty(LOG_LEVEL, "error");
    }
    boolean told = args.length == 2 && args[0].equals("--customers");
    if (args.length != 0 && !told) {
      throw new IllegalArgumentException("custom-fields [--customers N]");
    }
    CustomFieldSearch search = new CustomFieldSearch(told ? Integer.parseInt(args[1]) : 100_000);
    search.on("memory", CrmBuilder::inMemory, null);
    JdbcConnectionPool h2 = JdbcConnectionPool.create("jdbc:h2:mem:fields", "", "");
    search.on("H2", b -> b.dataSource(h2), h2);
    h2.dispose();
    try (Database database = Database.at(null);
        var pool = database.pool()) {
      search.on("PostgreSQL", b -> b.dataSource(pool), pool);
    }
  }

  private void on(String storage, Consumer<CrmBuilder> place, @Nullable DataSource statistics)
      throws SQLException {
    try (Crm crm = CrmKitLeg.open(place)) {
      CrmSession session = crm.session(new TenantId("fields"), Actor.of("lily"));
      fill(session);
      if (statistics != null) {
        try (Connection connection = statistics.getConnection();
            Statement statement = connection.createStatement()) {
          statement.execute("analyze");
        }
      }
      compare(storage, "equal", session, CustomFieldSearch::byCode, CustomFieldSearch::byKey);
      compare(
          storage, "begins with", session, CustomFieldSearch::byTitle, CustomFieldSearch::byName);
    }
  }

  private void fill(CrmSession session) {
    for (SingleField<String> field : List.of(CODE, TITLE)) {
      session
          .get(CustomFields.class)
          .declare(FieldDeclaration.of(Customer.class, field).withUse(FieldUse.searched()));
    }
    List<CustomerRow> rows = new ArrayList<>();
    for (int n = 0; n < customers; n++) {
      rows.add(
          CustomerRow.organization(key(n), CustomerName.of(name(n)))
              .withCustom(CustomValues.of(CODE, key(n)).with(TITLE, name(n))));
      if (rows.size() == CHUNK || n == customers - 1) {
        session.get(CustomerImports.class).take(new ImportCustomers(rows));
        rows.clear();
      }
    }
  }

  private static String key(int n) {
    return String.format(Locale.ROOT, "K-%07d", n);
  }

  private static String name(int n) {
    return String.format(Locale.ROOT, "Works %07d", n);
  }

  private static Criteria<Customer> byCode(int n) {
    return CODE.of(Customer.class).eq(key(n));
  }

  private static Criteria<Customer> byKey(int n) {
    return CustomerAttributes.EXTERNAL_ID.eq(key(n));
  }

  /** Ten customers, as in the next. */
  private static Criteria<Customer> byTitle(int n) {
    return Criteria.startsWith(
        TITLE.of(Customer.class), name(n).substring(0, name(n).length() - 1));
  }

  private static Criteria<Customer> byName(int n) {
    return Criteria.startsWith(
        CustomerAttributes.LATIN_NAME, name(n).substring(0, name(n).length() - 1));
  }

  private void compare(
      String storage,
      String search,
      CrmSession session,
      IntFunction<Criteria<Customer>> custom,
      IntFunction<Criteria<Customer>> builtIn) {
    Customers service = session.get(Customers.class);
    Runnable ours = () -> find(service, custom);
    Runnable floor = () -> find(service, builtIn);
    Rounds.Comparison result = rounds.compare(ours, floor);
    System.out.printf(
        Locale.ROOT,
        "%-10s %-11s custom %.0f, built-in %.0f a second: %.2f times as dear%s%n",
        storage,
        search,
        result.ours(),
        result.floor(),
        1 / result.ratio(),
        result.disturbed() > 0 ? ", " + result.disturbed() + " pairs disturbed" : "");
  }

  private void find(Customers service, IntFunction<Criteria<Customer>> search) {
    Criteria<Customer> where = search.apply(random.nextInt(customers));
    if (service.search(Query.where(where)).items().isEmpty()) {
      throw new IllegalStateException("nobody is found by " + where);
    }
  }
}
