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

/** Storage on the host's database. Holds nothing but constant statements, and the pool. */
public final class SqlStorage implements Storage {

  private static final int MAX_ATTEMPTS = 2;

  private final Connections connections;
  private final Dialect dialect;
  private final ModelRegistry models;
  private final SchemaLimits limits;
  private final Map<EntityModel<?>, EntitySql> statements = new HashMap<>();

  public SqlStorage(
      DataSource dataSource, Dialect dialect, ModelRegistry models, SchemaLimits limits) {
    this.connections = new Connections(dataSource);
    this.dialect = dialect;
    this.models = models;
    this.limits = limits;
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

  @Override
  public StorageTx begin() {
    // A dead one is not noticed before; then the next are looked at.
    for (int attempt = 1; ; attempt++) {
      Connection connection = connections.take();
      try {
        return SqlTx.begin(this, connection);
      } catch (SQLException e) {
        SqlFault fault = SqlFault.of(e);
        connections.giveUp(connection, fault);
        if (fault != SqlFault.CONNECTION_LOST || attempt == MAX_ATTEMPTS) {
          throw fault.with(e);
        }
      }
    }
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

  Connections connections() {
    return connections;
  }

  Dialect dialect() {
    return dialect;
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
}
