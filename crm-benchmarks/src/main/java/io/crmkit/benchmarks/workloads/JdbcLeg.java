package io.crmkit.benchmarks.workloads;

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
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * JDBC as one writes it by hand: prepared and pooled, one statement after the other, like rows in a
 * batch. It writes exactly the rows that CrmKit writes, for locks, counts, audit and events, too,
 * and finds out what it must know for them; it leaves uniqueness to the database, keeps pipelines
 * in memory, and updates only the columns that change.
 */
final class JdbcLeg implements Leg {

  private final Connections connections;
  private final String tenant;
  private final JdbcRows rows;
  private final ConcurrentHashMap<UUID, List<String>> pipelines = new ConcurrentHashMap<>();

  JdbcLeg(DataSource source, String tenant) {
    this.connections = new Connections(source);
    this.tenant = tenant;
    this.rows = new JdbcRows(tenant, new Ids());
  }

  @Override
  public String name() {
    return "JDBC by hand";
  }

  @Override
  public void register(Inputs.Registration registration) {
    String phone = JdbcRows.normalized(registration.phone());
    connections.transaction(
        connection -> {
          OffsetDateTime now = JdbcRows.now();
          Jdbc.update(connection, JdbcSql.LOCK, rows.sequenceLock());
          long count = nextCount(connection);
          String number = JdbcRows.number(count);
          NewCustomer customer = new NewCustomer(rows.newId(), number, registration, phone, now);
          Jdbc.update(connection, JdbcSql.LOCK, rows.numberLock(number));
          Jdbc.update(connection, JdbcSql.INSERT_CUSTOMER, rows.customer(customer));
          Jdbc.batch(connection, JdbcSql.INSERT_POINT, rows.points(customer));
          audited(connection, rows.registeredAudit(customer));
          return Jdbc.update(connection, JdbcSql.INSERT_EVENT, rows.registeredEvent(customer));
        });
  }

  private void audited(Connection connection, Object[] audit) throws SQLException {
    Jdbc.update(connection, JdbcSql.INSERT_AUDIT, audit);
    Jdbc.update(connection, JdbcSql.INSERT_FEED, rows.feed(audit));
  }

  private long nextCount(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(JdbcSql.NEXT_NUMBER)) {
      Jdbc.bind(statement, 1, tenant, JdbcRows.sequenceId());
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("the tenant has no count of its customers yet");
        }
        long next = row.getLong(2) + 1;
        Jdbc.update(
            connection, JdbcSql.COUNTED, row.getLong(1) + 1, next, tenant, JdbcRows.sequenceId());
        return next;
      }
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
    requireCustomer(connection, customer);
    Standing standing =
        new Standing(rows.newId(), 1, customer, pipeline(connection), 0, JdbcRows.now());
    Jdbc.update(connection, JdbcSql.INSERT_OPPORTUNITY, rows.opportunity(standing));
    Jdbc.update(connection, JdbcSql.INSERT_CHANGE, rows.change(standing));
    audited(connection, rows.openedAudit(standing));
    Jdbc.update(connection, JdbcSql.INSERT_EVENT, rows.openedEvent(standing));
    return standing;
  }

  private void requireCustomer(Connection connection, UUID customer) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(JdbcSql.CUSTOMER_EXISTS)) {
      Jdbc.bind(statement, 1, tenant, customer);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("no customer " + customer);
        }
      }
    }
  }

  /** The revision in force. */
  private UUID pipeline(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(JdbcSql.PIPELINE)) {
      Jdbc.bind(statement, 1, tenant, Filling.PIPELINE);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        UUID id = row.getObject(1, UUID.class);
        pipelines.put(id, JdbcRows.stages(row.getString(2)));
        return id;
      }
    }
  }

  private Standing advance(Connection connection, UUID id, long version, int stage)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(JdbcSql.OPPORTUNITY)) {
      Jdbc.bind(statement, 1, tenant, id);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next() || row.getLong(1) != version) {
          throw new SQLException("stale");
        }
        UUID pipeline = row.getObject(12, UUID.class);
        require(pipeline, row.getString(13), stage);
        OffsetDateTime before = row.getObject(16, OffsetDateTime.class);
        Standing after =
            new Standing(
                id, version + 1, row.getObject(3, UUID.class), pipeline, stage, JdbcRows.now());
        if (Jdbc.update(connection, JdbcSql.UPDATE_OPPORTUNITY, rows.advanced(after)) == 0) {
          throw new SQLException("stale");
        }
        Jdbc.update(connection, JdbcSql.INSERT_CHANGE, rows.change(after));
        audited(connection, rows.advancedAudit(after, before));
        Jdbc.update(connection, JdbcSql.INSERT_EVENT, rows.advancedEvent(after));
        return after;
      }
    }
  }

  private void require(UUID pipeline, String from, int stage) throws SQLException {
    List<String> stages = Objects.requireNonNull(pipelines.get(pipeline));
    if (stages.indexOf(from) != stage - 1) {
      throw new SQLException("no such step");
    }
  }

  @Override
  public Customer customer(UUID id) {
    return connections.read(connection -> customer(connection, id));
  }

  private Customer customer(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(JdbcSql.CUSTOMER)) {
      Jdbc.bind(statement, 1, tenant, id);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return withPoints(connection, JdbcReads.customer(row));
      }
    }
  }

  private Customer withPoints(Connection connection, Customer customer) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(JdbcSql.POINTS)) {
      Jdbc.bind(statement, 1, tenant, customer.id().value());
      try (ResultSet points = statement.executeQuery()) {
        return customer.withContactPoints(JdbcReads.points(points));
      }
    }
  }

  @Override
  public List<Customer> reachedBy(String phone) {
    String normalized = JdbcRows.normalized(phone);
    return connections.read(
        connection -> {
          List<Customer> found = new ArrayList<>();
          try (PreparedStatement statement =
              connection.prepareStatement(JdbcSql.CUSTOMERS_BY_PHONE)) {
            Jdbc.bind(statement, 1, tenant, tenant, normalized, "PHONE");
            try (ResultSet row = statement.executeQuery()) {
              while (row.next()) {
                found.add(JdbcReads.customer(row));
              }
            }
          }
          for (int i = 0; i < found.size(); i++) {
            found.set(i, withPoints(connection, found.get(i)));
          }
          return found;
        });
  }

  @Override
  public List<TotalsRow> totals() {
    return connections.read(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(JdbcSql.TOTALS)) {
            Jdbc.bind(statement, 1, tenant);
            try (ResultSet totals = statement.executeQuery()) {
              return JdbcReads.totals(totals);
            }
          }
        });
  }

  @Override
  public void close() {
    // The pool is its owner's.
  }
}
