package io.crmkit.core.spi.storage;

import java.util.List;
import java.util.function.BiFunction;
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

  /**
   * Whether a tree should be read by {@link #fetchLevels} rather than by a recursive query: on H2,
   * which plans such a query anew each time, outside of transactions.
   */
  boolean readsByLevel();

  /**
   * Reads a tree from its root downwards, a statement for each level, all of them as of one moment.
   * The first column of each query is the id of what is found.
   *
   * @param root the first level
   * @param below what is directly below those whose ids are in the column {@code id} of this table
   * @param mapper is told how far below the root the row is
   * @throws IllegalStateException unless {@link #readsByLevel}
   */
  <R> List<R> fetchLevels(
      Select<?> root, Function<Table<?>, Select<?>> below, BiFunction<Record, Integer, R> mapper);

  /** Runs the query; the rows are read before this returns. */
  <R> List<R> fetch(Select<?> query, Function<? super Record, R> mapper);
}
