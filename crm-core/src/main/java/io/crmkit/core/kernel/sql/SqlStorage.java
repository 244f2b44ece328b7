package io.crmkit.core.kernel.sql;

import io.crmkit.api.HostTransaction;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.model.ModelRegistry;
import io.crmkit.core.kernel.storage.Storage;
import io.crmkit.core.kernel.storage.StorageTx;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Storage on the host's database. Holds nothing but constants. */
public final class SqlStorage implements Storage {

  private static final Logger LOG = LoggerFactory.getLogger(SqlStorage.class);
  private static final int UNKNOWN = -1;
  private static final int MAX_DEAD = 3;

  private final DataSource dataSource;
  private final Dialect dialect;
  private final ModelRegistry models;
  private final SchemaLimits limits;
  private final InstantSource clock;
  private final Map<EntityModel<?>, EntitySql> statements = new HashMap<>();
  private final Map<EntityModel<?>, String> puts = new ConcurrentHashMap<>();
  private final Jdbc jdbc;
  private final BatchCounts batchCounts;
  private volatile int restingIsolation = UNKNOWN;

  /** Storage whose locks are dated by the system's clock. */
  public SqlStorage(
      DataSource dataSource, Dialect dialect, ModelRegistry models, SchemaLimits limits) {
    this(dataSource, dialect, models, limits, InstantSource.system());
  }

  /**
   * @param clock by which locks are dated
   */
  public SqlStorage(
      DataSource dataSource,
      Dialect dialect,
      ModelRegistry models,
      SchemaLimits limits,
      InstantSource clock) {
    this.dataSource = dataSource;
    this.dialect = dialect;
    this.models = models;
    this.limits = limits;
    this.jdbc = new Jdbc(dialect);
    this.batchCounts = new BatchCounts(dialect);
    this.clock = clock;
    models.all().forEach(m -> statements.put(m, EntitySql.of(m)));
  }

  /** jOOQ is wanted when the first named query comes, and takes its time to load. */
  private static final class Renderer {
    static {
      // Its greeting does not belong into the host's log.
      quiet("org.jooq.no-logo");
      quiet("org.jooq.no-tips");
    }

    private static void quiet(String property) {
      if (System.getProperty(property) == null) {
        System.setProperty(property, "true");
      }
    }

    static final Settings SETTINGS =
        new Settings()
            .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED)
            .withRenderSchema(false)
            .withExecuteLogging(false);
  }

  /**
   * A pool may hand out connections that died without its noticing. They are held until a living
   * one is found, or the pool would hand out the same again.
   */
  @Override
  public StorageTx begin() {
    List<Connection> dead = new ArrayList<>();
    try {
      while (true) {
        Connection connection = take();
        try {
          return SqlTx.begin(this, connection);
        } catch (SQLException e) {
          dead.add(connection);
          SqlFault fault = SqlFault.of(e);
          if (fault != SqlFault.CONNECTION_LOST || dead.size() == MAX_DEAD) {
            throw fault.with(e);
          }
        }
      }
    } finally {
      dead.forEach(SqlStorage::closeQuietly);
    }
  }

  private Connection take() {
    try {
      return dataSource.getConnection();
    } catch (SQLException e) {
      throw SqlFault.NO_CONNECTION.with(e);
    }
  }

  /** Begins a transaction of the kernel's own. */
  void prepare(Connection connection) throws SQLException {
    Integer wanted = dialect.isolation();
    if (wanted != null && restingIsolation(connection) != wanted) {
      connection.setTransactionIsolation(wanted);
    }
    if (connection.getAutoCommit()) {
      connection.setAutoCommit(false);
    }
  }

  /** Leaves the isolation of a connection of the host's pool as it was found. */
  void restoreIsolation(Connection connection) throws SQLException {
    Integer used = dialect.isolation();
    if (used != null && restingIsolation(connection) != used) {
      connection.setTransactionIsolation(restingIsolation(connection));
    }
  }

  /** How the pool hands its connections out. Asking costs a round trip, so it is asked once. */
  private int restingIsolation(Connection connection) throws SQLException {
    int known = restingIsolation;
    if (known == UNKNOWN) {
      known = connection.getTransactionIsolation();
      restingIsolation = known;
    }
    return known;
  }

  @Override
  public StorageTx join(HostTransaction transaction) {
    Connection connection = transaction.connection();
    if (connection == null) {
      throw new IllegalArgumentException("the host's transaction has no connection");
    }
    try {
      if (connection.getAutoCommit()) {
        throw new IllegalArgumentException(
            "the host's connection is in auto-commit mode: there is no transaction to join");
      }
    } catch (SQLException e) {
      throw SqlFault.of(e).with(e);
    }
    return SqlTx.join(this, connection);
  }

  /** The day that locks are dated with, the same in all time zones. */
  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  Dialect dialect() {
    return dialect;
  }

  Jdbc jdbc() {
    return jdbc;
  }

  BatchCounts batchCounts() {
    return batchCounts;
  }

  ModelRegistry models() {
    return models;
  }

  SchemaLimits limits() {
    return limits;
  }

  EntitySql statements(EntityModel<?> model) {
    EntitySql sql = statements.get(model);
    if (sql == null) {
      throw new IllegalArgumentException("no statements for " + model.name());
    }
    return sql;
  }

  /** Writes a row whether it is there or not: tenant, columns, derived columns. */
  String put(EntityModel<?> model) {
    List<String> names = new ArrayList<>(List.of("tenant_id"));
    model.columns().forEach(c -> names.add(c.name()));
    model.derived().forEach(c -> names.add(c.name()));
    return puts.computeIfAbsent(model, m -> dialect.put(m.table(), names));
  }

  /** For named queries on this connection. */
  DSLContext jooq(Connection connection) {
    return DSL.using(connection, dialect.jooq(), Renderer.SETTINGS);
  }

  private static void closeQuietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.debug("a broken connection cannot be closed", e);
    }
  }
}
