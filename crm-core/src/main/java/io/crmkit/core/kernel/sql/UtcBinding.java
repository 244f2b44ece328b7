package io.crmkit.core.kernel.sql;

import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetSQLInputContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingRegisterContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetSQLOutputContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.conf.ParamType;

/**
 * Times in named queries on MariaDB: {@code datetime} columns in UTC. jOOQ's own binding goes
 * through {@link java.sql.Timestamp}, and so through the machine's time zone, some of whose hours
 * do not exist.
 */
final class UtcBinding implements Binding<LocalDateTime, Instant> {

  private static final long serialVersionUID = 1L;

  private static final Converter<LocalDateTime, Instant> CONVERTER =
      Converter.ofNullable(
          LocalDateTime.class,
          Instant.class,
          utc -> utc.toInstant(ZoneOffset.UTC),
          time -> LocalDateTime.ofInstant(time, ZoneOffset.UTC));

  @Override
  public Converter<LocalDateTime, Instant> converter() {
    return CONVERTER;
  }

  @Override
  public void sql(BindingSQLContext<Instant> context) {
    if (context.render().paramType() == ParamType.INLINED) {
      LocalDateTime utc = CONVERTER.to(context.value());
      context
          .render()
          .sql(utc == null ? "null" : "timestamp'" + utc.toString().replace('T', ' ') + "'");
    } else {
      context.render().sql(context.variable());
    }
  }

  @Override
  public void set(BindingSetStatementContext<Instant> context) throws SQLException {
    LocalDateTime utc = CONVERTER.to(context.value());
    if (utc == null) {
      context.statement().setNull(context.index(), Types.TIMESTAMP);
    } else {
      context.statement().setObject(context.index(), utc);
    }
  }

  @Override
  public void get(BindingGetResultSetContext<Instant> context) throws SQLException {
    context.value(
        CONVERTER.from(context.resultSet().getObject(context.index(), LocalDateTime.class)));
  }

  @Override
  public void register(BindingRegisterContext<Instant> context) throws SQLException {
    throw unsupported();
  }

  @Override
  public void get(BindingGetStatementContext<Instant> context) throws SQLException {
    throw unsupported();
  }

  @Override
  public void get(BindingGetSQLInputContext<Instant> context) throws SQLException {
    throw unsupported();
  }

  @Override
  public void set(BindingSetSQLOutputContext<Instant> context) throws SQLException {
    throw unsupported();
  }

  private static SQLFeatureNotSupportedException unsupported() {
    return new SQLFeatureNotSupportedException("named queries call no procedures");
  }
}
