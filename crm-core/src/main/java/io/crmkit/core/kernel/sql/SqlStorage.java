package io.crmkit.core.kernel.sql;

import io.crmkit.api.HostTransaction;
import io.crmkit.api.TenantId;
import io.crmkit.core.kernel.model.Column;
import io.crmkit.core.kernel.model.EntityModel;
import io.crmkit.core.kernel.model.ModelRegistry;
import io.crmkit.core.kernel.storage.Storage;
import io.crmkit.core.kernel.storage.StorageTx;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.CallbackExecuteListener;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jspecify.annotations.Nullable;

/** Storage on the host's database. Holds nothing but constants, and the pool. */
public final class SqlStorage implements Storage {

  private static final int UNKNOWN = -1;
  private static final int MAX_ATTEMPTS = 2;
  private static final String PIPELINING_DRIVER = "PostgreSQL JDBC Driver";

  private final Connections connections;
  private final Dialect dialect;
  private final ModelRegistry models;
  private final SchemaLimits limits;
  private final InstantSource clock;
  private final Map<EntityModel<?>, EntitySql> statements = new HashMap<>();
  private final Map<EntityModel<?>, String> puts = new ConcurrentHashMap<>();
  private final Map<PathKey, String> paths = new ConcurrentHashMap<>();
  private final Jdbc jdbc;
  private final BatchCounts batchCounts;
  private final String lockName;
  private final Shapes shapes = new Shapes();
  private volatile int restingIsolation = UNKNOWN;
  private volatile @Nullable Boolean pipelines;

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
    this.connections = new Connections(dataSource);
    this.dialect = dialect;
    this.models = models;
    this.limits = limits;
    this.jdbc = new Jdbc(dialect);
    this.batchCounts = new BatchCounts(dialect, lockTable());
    this.lockName = dialect.lockName(lockTable());
    this.clock = clock;
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
            .withExecuteLogging(false);
  }

  @Override
  public StorageTx begin() {
    return begin(SqlTx::begin);
  }

  /** Reads commit themselves, which spares the end of a transaction its round trip. */
  @Override
  public StorageTx beginReading() {
    return begin(SqlTx::beginReading);
  }

  private interface Beginning {
    SqlTx begin(SqlStorage storage, Connection connection) throws SQLException;
  }

  private StorageTx begin(Beginning beginning) {
    // A dead one is not noticed before; then the next are looked at.
    for (int attempt = 1; ; attempt++) {
      Connection connection = connections.take();
      try {
        return beginning.begin(this, connection);
      } catch (SQLException e) {
        SqlFault fault = SqlFault.of(e);
        connections.giveUp(connection, fault);
        if (fault != SqlFault.CONNECTION_LOST || attempt == MAX_ATTEMPTS) {
          throw fault.with(e);
        }
      }
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
      // In XA it says nothing: drivers leave it on while the branch lasts.
      if (transaction.savepointsAllowed() && connection.getAutoCommit()) {
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

  /** The statement that locks a name. */
  Call lockOf(TenantId tenant, String scope, String name) {
    return Call.write(lockName, tenant.value(), scope, hashed(name), today());
  }

  Connections connections() {
    return connections;
  }

  Dialect dialect() {
    return dialect;
  }

  Jdbc jdbc() {
    return jdbc;
  }

  /** The table of names that can be locked, as statements name it. */
  String lockTable() {
    return models.inSchema("crm_lock");
  }

  BatchCounts batchCounts() {
    return batchCounts;
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

  /** Writes a row whether it is there or not: tenant, columns, derived columns. */
  String put(EntityModel<?> model) {
    List<String> names = new ArrayList<>(List.of("tenant_id"));
    model.columns().forEach(c -> names.add(c.name()));
    model.derived().forEach(c -> names.add(c.name()));
    return puts.computeIfAbsent(model, m -> dialect.put(m.table(), names));
  }

  private record PathKey(EntityModel<?> model, String parent, String readEnd) {}

  /** Reads the way from a row up to its root, see {@link PathReader#sql}. */
  String path(EntityModel<?> model, Column parent, String readEnd) {
    return paths.computeIfAbsent(
        new PathKey(model, parent.name(), readEnd), key -> PathReader.sql(model, parent, readEnd));
  }

  /** For named queries on this connection. */
  DSLContext jooq(Connection connection) {
    return DSL.using(
        new DefaultConfiguration()
            .set(connection)
            .set(dialect.jooq())
            .set(Renderer.SETTINGS)
            .set(new CallbackExecuteListener().onRenderEnd(c -> c.sql(sent(c.sql())))));
  }

  private @Nullable String sent(@Nullable String sql) {
    return sql == null ? null : dialect.sent(sql);
  }

  /** Names of any length and script, as a key that every database holds and compares alike. */
  private static String hashed(String name) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(name.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
