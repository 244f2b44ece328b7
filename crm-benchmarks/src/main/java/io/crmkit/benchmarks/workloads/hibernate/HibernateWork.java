package io.crmkit.benchmarks.workloads.hibernate;

import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.hibernate.cfg.JdbcSettings;
import org.jspecify.annotations.Nullable;

/**
 * What the leg does with Hibernate. Inserts are ordered and sent in batches; reads run without a
 * transaction; contact points are read along with their customer.
 */
public final class HibernateWork implements AutoCloseable {

  private final SessionFactory factory;
  private final String tenant;
  private final Supplier<UUID> ids;

  /** One stage of a pipeline. */
  public record Stage(String code, int probability) {}

  /** What is known of a new customer. */
  public record NewCustomer(UUID countId, String name, String searchName, List<PointRow> points) {}

  /** A line of totals. */
  public record Total(
      String stage, String currency, long count, BigDecimal amount, BigDecimal percents) {}

  public HibernateWork(DataSource source, String tenant, Supplier<UUID> ids) {
    Configuration configuration = new Configuration();
    configuration.getProperties().put(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, source);
    configuration.setProperty("hibernate.jdbc.batch_size", "50");
    configuration.setProperty("hibernate.order_inserts", "true");
    configuration.setProperty("hibernate.order_updates", "true");
    configuration.setProperty("hibernate.jdbc.time_zone", "UTC");
    configuration.addAnnotatedClasses(
        CustomerRow.class,
        CountRow.class,
        PipelineRow.class,
        OpportunityRow.class,
        ChangeRow.class);
    this.factory = configuration.buildSessionFactory();
    this.tenant = tenant;
    this.ids = ids;
  }

  private Key newKey() {
    return new Key(tenant, ids.get());
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  /** Registers a customer under the next number. */
  public void register(NewCustomer customer) {
    factory.inTransaction(
        session -> {
          CountRow count =
              session.find(
                  CountRow.class,
                  new Key(tenant, customer.countId()),
                  LockModeType.PESSIMISTIC_WRITE);
          count.last++;
          CustomerRow row = new CustomerRow(newKey());
          row.kind = "ORGANIZATION";
          row.number = String.format(java.util.Locale.ROOT, "C%06d", count.last);
          row.latin = customer.name();
          row.searchName = customer.searchName();
          row.registeredAt = now();
          row.points = customer.points();
          session.persist(row);
        });
  }

  /**
   * Opens an opportunity in the first stage.
   *
   * @return its id
   */
  public UUID open(UUID customer, String pipeline, Stage first, OpportunityRowValues values) {
    return factory.fromTransaction(
        session -> {
          Object known =
              session
                  .createSelectionQuery(
                      "select c.key.id from CustomerRow c where c.key = :key", UUID.class)
                  .setParameter("key", new Key(tenant, customer))
                  .getSingleResult();
          PipelineRow inForce =
              session
                  .createSelectionQuery(
                      "from PipelineRow p where p.key.tenantId = :tenant and p.code = :code"
                          + " order by p.revision desc",
                      PipelineRow.class)
                  .setParameter("tenant", tenant)
                  .setParameter("code", pipeline)
                  .setMaxResults(1)
                  .getSingleResult();
          OpportunityRow row = new OpportunityRow(newKey());
          row.name = "Pumps";
          row.customer = (UUID) known;
          row.person = values.person();
          row.amount = values.amount();
          row.currency = values.currency();
          row.pipeline = inForce.key.id();
          row.category = "OPEN";
          row.answers = "{}";
          enter(row, first);
          row.openedAt = row.enteredAt;
          session.persist(row);
          session.persist(new ChangeRow(newKey(), "OPENED", row));
          return row.key.id();
        });
  }

  /** What a new opportunity is given. */
  public record OpportunityRowValues(String person, BigDecimal amount, String currency) {}

  private static void enter(OpportunityRow row, Stage stage) {
    row.stage = stage.code();
    row.probability = stage.probability();
    row.enteredAt = now();
    row.changedAt = row.enteredAt;
  }

  /** Advances an opportunity to a stage. */
  public void advance(UUID opportunity, Stage stage) {
    factory.inTransaction(
        session -> {
          OpportunityRow row = session.find(OpportunityRow.class, new Key(tenant, opportunity));
          enter(row, stage);
          session.persist(new ChangeRow(newKey(), "MOVED", row));
        });
  }

  /** A customer with its contact points; null if there is none. */
  public @Nullable CustomerRow customer(UUID id) {
    return factory.fromSession(session -> session.find(CustomerRow.class, new Key(tenant, id)));
  }

  /** Customers that have this telephone number. */
  public List<CustomerRow> reachedBy(String normalized) {
    return factory.fromSession(
        session ->
            session
                .createSelectionQuery(
                    "select distinct c from CustomerRow c join c.points p"
                        + " where c.key.tenantId = :tenant and p.normalized = :phone"
                        + " and p.channel = 'PHONE' order by c.key.id limit 100",
                    CustomerRow.class)
                .setParameter("tenant", tenant)
                .setParameter("phone", normalized)
                .getResultList());
  }

  /** Open opportunities by stage and currency. */
  public List<Total> totals() {
    return factory.fromSession(
        session ->
            session
                .createSelectionQuery(
                    "select o.stage, o.currency, count(*), sum(o.amount),"
                        + " sum(o.amount * o.probability) from OpportunityRow o"
                        + " where o.key.tenantId = :tenant and o.category = 'OPEN'"
                        + " group by o.stage, o.currency",
                    Total.class)
                .setParameter("tenant", tenant)
                .getResultList());
  }

  @Override
  public void close() {
    factory.close();
  }
}
