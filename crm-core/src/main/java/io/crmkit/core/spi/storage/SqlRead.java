package io.crmkit.core.spi.storage;

import java.util.List;
import java.util.function.Function;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;

/**
 * What a named query on SQL is given: tables that are already cut to the tenant and to what the
 * caller may see. Queries are built with jOOQ's {@code DSL} and the generated classes; there is no
 * other way to the database.
 */
public interface SqlRead {

  /**
   * The entity's rows as a derived table. Columns are found with {@code rows.field(CRM_X.COLUMN)}.
   */
  Table<?> rows(Entity<?> entity, String alias);

  /** The rows of the entity's parts, cut likewise. */
  Table<?> parts(Entity<?> entity, String component, String alias);

  /** Runs the query; the rows are read before this returns. */
  <R> List<R> fetch(Select<?> query, Function<? super Record, R> mapper);
}
