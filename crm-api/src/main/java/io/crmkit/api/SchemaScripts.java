package io.crmkit.api;

import java.util.Map;
import javax.sql.DataSource;

/**
 * The tables of a CRM as SQL, for one database, for whoever may make tables there. The scripts also
 * write the histories of what was run, so that afterwards {@link CrmBuilder.Schema#VALIDATE} and
 * {@link CrmBuilder.Schema#MIGRATE} find everything as if they had made it. Immutable.
 *
 * <p>Versions are those of the migration scripts, such as {@code "001"}, by the ids of the modules
 * that bring them.
 */
public interface SchemaScripts {

  /** The last version of each module: what the scripts lead to. */
  Map<String, String> versions();

  /** Makes all tables in a database that has none of them. */
  String install();

  /**
   * Brings tables up to date that are at these versions. A module that is not mentioned is
   * installed.
   *
   * @param versions the last version that was run of each module
   * @return empty if nothing is to be done
   * @throws IllegalArgumentException if there is no such module or version
   */
  String upgrade(Map<String, String> versions);

  /**
   * Brings the tables of this database up to date. It is asked what was run, and not changed.
   *
   * @return empty if nothing is to be done
   * @throws io.crmkit.api.error.StartFailed if it cannot be asked
   */
  String upgrade(DataSource database);

  /**
   * Spreads tables that were just made over the nodes of a Citus cluster, by tenant.
   *
   * @throws IllegalStateException if the scripts are not for PostgreSQL
   */
  String distribute();
}
