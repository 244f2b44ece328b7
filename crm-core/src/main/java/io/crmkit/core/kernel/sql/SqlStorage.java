package io.crmkit.core.kernel.sql;

import io.crmkit.api.HostTransaction;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.model.ModelRegistry;
import io.crmkit.core.kernel.storage.Storage;
import io.crmkit.core.kernel.storage.StorageTx;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Storage on the host's database. Holds nothing but constants. */
public final class SqlStorage implements Storage {

  private static final int UNKNOWN = -1;
  private static final String PIPELINING_DRIVER = "PostgreSQL JDBC Driver";

  private final DataSource dataSource;
  private final Dialect dialect;
  private final ModelRegistry models;
  private final SchemaLimits limits;
  private final Map<EntityModel<?>, EntitySql> statements = new HashMap<>();
  private final Jdbc jdbc;
  private final Shapes shapes = new Shapes();
  private volatile int restingIsolation = UNKNOWN;
  private volatile @Nullable Boolean pipelines;

  public SqlStorage(
      DataSource dataSource, Dialect dialect, ModelRegistry models, SchemaLimits limits) {
    this.dataSource = dataSource;
    this.dialect = dialect;
    this.models = models;
    this.limits = limits;
    this.jdbc = new Jdbc(dialect);
    models.all().forEach(m -> statements.put(m, EntitySql.of(m, models)));
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

  @Override
  public StorageTx begin() {
    return begin(this::startTransaction, SqlTx.Owner.KERNEL);
  }

  /** Reads commit themselves, which spares the end of a transaction its round trip. */
  @Override
  public StorageTx beginReading() {
    return begin(
        connection -> {
          if (!connection.getAutoCommit()) {
            connection.setAutoCommit(true);
          }
        },
        SqlTx.Owner.KERNEL_READING);
  }

  private interface Preparation {
    void prepare(Connection connection) throws SQLException;
  }

  private StorageTx begin(Preparation preparation, SqlTx.Owner owner) {
    Connection connection = null;
    try {
      connection = dataSource.getConnection();
      preparation.prepare(connection);
      return new SqlTx(this, connection, owner);
    } catch (SQLException e) {
      closeQuietly(connection, e);
      throw Jdbc.translated(e);
    }
  }

  void startTransaction(Connection connection) throws SQLException {
    Integer wanted = dialect.isolation();
    if (wanted != null && restingIsolation(connection) != wanted) {
      connection.setTransactionIsolation(wanted);
    }
    connection.setAutoCommit(false);
  }

  /** Leaves a connection of the host's pool as it was found. */
  void giveBack(Connection connection) throws SQLException {
    connection.setAutoCommit(true);
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
      throw Jdbc.translated(e);
    }
    return new SqlTx(this, connection, SqlTx.Owner.HOST);
  }

  Dialect dialect() {
    return dialect;
  }

  Jdbc jdbc() {
    return jdbc;
  }

  Shapes shapes() {
    return shapes;
  }

  /**
   * Whether a text of several statements is sent in one round trip and answered in order: by
   * PostgreSQL's own driver. Found out once.
   */
  boolean pipelines(Connection connection) throws SQLException {
    Boolean known = pipelines;
    if (known == null) {
      known =
          dialect == Dialect.POSTGRESQL
              && PIPELINING_DRIVER.equals(connection.getMetaData().getDriverName());
      pipelines = known;
    }
    return known;
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

  /** For named queries on this connection. */
  DSLContext jooq(Connection connection) {
    return DSL.using(connection, dialect.jooq(), Renderer.SETTINGS);
  }

  private static void closeQuietly(@Nullable Connection connection, SQLException cause) {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        cause.addSuppressed(e);
      }
    }
  }
}
