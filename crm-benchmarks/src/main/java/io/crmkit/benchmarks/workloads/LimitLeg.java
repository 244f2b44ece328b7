package io.crmkit.benchmarks.workloads;

import io.crmkit.api.customer.ContactPoint;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.sales.opportunity.TotalsRow;
import io.crmkit.benchmarks.workloads.JdbcRows.NewCustomer;
import io.crmkit.benchmarks.workloads.JdbcRows.Standing;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The limit: JDBC as an expert would write it for PostgreSQL's driver, with the fewest round trips.
 * Statements that need no answer of one another go in one text, the commit with the last; an update
 * that finds its row at another version fails, so that it is not committed. It writes the same rows
 * as {@link JdbcLeg} and decides the same, but nothing in it could be used for anything else.
 */
final class LimitLeg implements Leg {

  private static final String COMMIT = "commit";
  private static final String COUNT = JdbcSql.LOCK + "; " + JdbcSql.COUNT;
  private static final String REGISTER =
      String.join(
          "; ",
          JdbcSql.LOCK,
          JdbcSql.INSERT_CUSTOMER,
          JdbcSql.INSERT_POINT,
          JdbcSql.INSERT_POINT,
          JdbcSql.INSERT_AUDIT,
          JdbcSql.INSERT_EVENT,
          JdbcSql.INSERT_FEED,
          COMMIT);
  private static final String OPENING = JdbcSql.CUSTOMER_EXISTS + "; " + JdbcSql.PIPELINE;
  private static final String OPEN =
      String.join(
          "; ",
          JdbcSql.INSERT_OPPORTUNITY,
          JdbcSql.INSERT_CHANGE,
          JdbcSql.INSERT_AUDIT,
          JdbcSql.INSERT_EVENT,
          JdbcSql.INSERT_FEED,
          COMMIT);
  private static final String ADVANCE =
      String.join(
          "; ",
          "with changed as ("
              + JdbcSql.UPDATE_OPPORTUNITY
              + " returning 1) select 1 / count(*) from changed",
          JdbcSql.INSERT_CHANGE,
          JdbcSql.INSERT_AUDIT,
          JdbcSql.INSERT_EVENT,
          JdbcSql.INSERT_FEED,
          COMMIT);
  private static final String CUSTOMER = JdbcSql.CUSTOMER + "; " + JdbcSql.POINTS;
  private static final String BY_PHONE =
      JdbcSql.CUSTOMERS_BY_PHONE + "; " + JdbcSql.POINTS_BY_PHONE;

  private final Connections connections;
  private final String tenant;
  private final JdbcRows rows;

  LimitLeg(DataSource source, String tenant) {
    this.connections = new Connections(source);
    this.tenant = tenant;
    this.rows = new JdbcRows(tenant, new Ids());
  }

  @Override
  public String name() {
    return "the limit";
  }

  @Override
  public void register(Inputs.Registration registration) {
    String phone = JdbcRows.normalized(registration.phone());
    connections.transaction(
        connection -> {
          OffsetDateTime now = JdbcRows.now();
          String number = JdbcRows.number(count(connection));
          NewCustomer customer = new NewCustomer(rows.newId(), number, registration, phone, now);
          List<Object[]> points = rows.points(customer);
          Object[] audit = rows.registeredAudit(customer);
          send(
              connection,
              REGISTER,
              rows.numberLock(number),
              rows.customer(customer),
              points.get(0),
              points.get(1),
              audit,
              rows.registeredEvent(customer),
              rows.feed(audit));
          return customer;
        });
  }

  /** Takes the next number under the lock of the count. */
  private long count(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
      Object[] lock = rows.sequenceLock();
      Jdbc.bind(statement, 1, lock);
      Jdbc.bind(statement, lock.length + 1, tenant, JdbcRows.sequenceId());
      statement.execute();
      statement.getMoreResults();
      try (ResultSet row = statement.getResultSet()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** Sends statements in one text. */
  private static void send(Connection connection, String sql, Object[]... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int index = 1;
      for (Object[] some : values) {
        Jdbc.bind(statement, index, some);
        index += some.length;
      }
      statement.execute();
    }
  }

  @Override
  public void sell(UUID customer) {
    Standing standing = connections.transaction(connection -> open(connection, customer));
    for (int stage = 1; stage < Inputs.STAGES.size(); stage++) {
      int next = stage;
      UUID id = standing.id();
      long version = standing.version();
      standing = connections.transaction(connection -> advance(connection, id, version, next));
    }
  }

  private Standing open(Connection connection, UUID customer) throws SQLException {
    UUID pipeline;
    try (PreparedStatement statement = connection.prepareStatement(OPENING)) {
      Jdbc.bind(statement, 1, tenant, customer, tenant, Filling.PIPELINE);
      statement.execute();
      try (ResultSet row = statement.getResultSet()) {
        if (!row.next()) {
          throw new SQLException("no customer " + customer);
        }
      }
      statement.getMoreResults();
      try (ResultSet row = statement.getResultSet()) {
        row.next();
        pipeline = row.getObject(1, UUID.class);
      }
    }
    Standing standing = new Standing(rows.newId(), 1, customer, pipeline, 0, JdbcRows.now());
    Object[] audit = rows.openedAudit(standing);
    send(
        connection,
        OPEN,
        rows.opportunity(standing),
        rows.change(standing),
        audit,
        rows.openedEvent(standing),
        rows.feed(audit));
    return standing;
  }

  private Standing advance(Connection connection, UUID id, long version, int stage)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(JdbcSql.OPPORTUNITY)) {
      Jdbc.bind(statement, 1, tenant, id);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()
            || row.getLong(1) != version
            || Inputs.STAGES.indexOf(row.getString(13)) != stage - 1) {
          throw new SQLException("stale");
        }
        OffsetDateTime before = row.getObject(16, OffsetDateTime.class);
        Standing after =
            new Standing(
                id,
                version + 1,
                row.getObject(3, UUID.class),
                row.getObject(12, UUID.class),
                stage,
                JdbcRows.now());
        Object[] audit = rows.advancedAudit(after, before);
        send(
            connection,
            ADVANCE,
            rows.advanced(after),
            rows.change(after),
            audit,
            rows.advancedEvent(after),
            rows.feed(audit));
        return after;
      }
    }
  }

  @Override
  public Customer customer(UUID id) {
    try (Connection connection = connections.source().getConnection();
        PreparedStatement statement = connection.prepareStatement(CUSTOMER)) {
      Jdbc.bind(statement, 1, tenant, id, tenant, id);
      statement.execute();
      Customer customer;
      try (ResultSet row = statement.getResultSet()) {
        row.next();
        customer = JdbcReads.customer(row);
        statement.getMoreResults(java.sql.Statement.KEEP_CURRENT_RESULT);
      }
      try (ResultSet points = statement.getResultSet()) {
        return customer.withContactPoints(JdbcReads.points(points));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public List<Customer> reachedBy(String phone) {
    String normalized = JdbcRows.normalized(phone);
    try (Connection connection = connections.source().getConnection();
        PreparedStatement statement = connection.prepareStatement(BY_PHONE)) {
      Jdbc.bind(
          statement, 1, tenant, tenant, normalized, "PHONE", tenant, tenant, normalized, "PHONE");
      statement.execute();
      Map<UUID, Customer> found = new LinkedHashMap<>();
      try (ResultSet row = statement.getResultSet()) {
        while (row.next()) {
          Customer customer = JdbcReads.customer(row);
          found.put(customer.id().value(), customer);
        }
      }
      statement.getMoreResults();
      Map<UUID, List<ContactPoint>> points = new LinkedHashMap<>();
      try (ResultSet row = statement.getResultSet()) {
        while (row.next()) {
          points
              .computeIfAbsent(row.getObject(1, UUID.class), owner -> new ArrayList<>())
              .add(JdbcReads.point(row, 2));
        }
      }
      return found.values().stream()
          .map(c -> c.withContactPoints(points.getOrDefault(c.id().value(), List.of())))
          .toList();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public List<TotalsRow> totals() {
    try (Connection connection = connections.source().getConnection();
        PreparedStatement statement = connection.prepareStatement(JdbcSql.TOTALS)) {
      Jdbc.bind(statement, 1, tenant);
      try (ResultSet totals = statement.executeQuery()) {
        return JdbcReads.totals(totals);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    // The pool is its owner's.
  }
}
