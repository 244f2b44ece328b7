package io.crmkit.core.kernel.boot;

import io.crmkit.core.kernel.sql.SchemaName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says which tables Citus shall spread: those with a tenant by the tenant, all of a tenant's rows
 * on the same node; those without one are copied to every node. Foreign keys are taken off for the
 * time, since Citus takes none between a table that is spread and one that is not yet.
 */
final class CitusScript {

  private static final Pattern CREATE =
      Pattern.compile("(?is)^create\\s+table\\s+(?:if\\s+not\\s+exists\\s+)?(\\w+)\\s*\\((.*)");
  private static final Pattern DROP =
      Pattern.compile("(?is)^drop\\s+table\\s+(?:if\\s+exists\\s+)?(\\w+).*");
  private static final Pattern RENAME =
      Pattern.compile("(?is)^alter\\s+table\\s+(\\w+)\\s+rename\\s+to\\s+(\\w+).*");
  private static final Pattern TENANT = Pattern.compile("(?is).*\\btenant_id\\b.*");

  private final SchemaName schema;

  CitusScript(SchemaName schema) {
    this.schema = schema;
  }

  /**
   * @param statements those that make the tables
   */
  String of(List<String> statements) {
    Map<String, Boolean> spread = tables(statements);
    StringBuilder sql = new StringBuilder();
    sql.append(
        """
        -- Spreads CrmKit's tables over a Citus cluster. Run it once, when the tables were made.
        begin;

        set local citus.multi_shard_modify_mode to 'sequential';

        """);
    if (!schema.isCurrent()) {
      sql.append("set local search_path to ").append(schema.name()).append(", public;\n\n");
    }
    sql.append(FOREIGN_KEYS_OFF);
    String first = null;
    for (Map.Entry<String, Boolean> table : spread.entrySet()) {
      String name = "'" + table.getKey() + "'";
      if (!table.getValue()) {
        sql.append("select create_reference_table(").append(name).append(");\n");
      } else {
        String with = first == null ? "none" : first;
        sql.append("select create_distributed_table(").append(name);
        sql.append(", 'tenant_id', colocate_with => '").append(with).append("');\n");
        first = first == null ? table.getKey() : first;
      }
    }
    return sql.append(FOREIGN_KEYS_ON).append("commit;\n").toString();
  }

  /** Whether each table has a tenant. */
  private static Map<String, Boolean> tables(List<String> statements) {
    Map<String, Boolean> tables = new LinkedHashMap<>();
    for (String statement : statements) {
      String bare = SqlSplitter.withoutComments(statement).strip();
      Matcher create = CREATE.matcher(bare);
      Matcher drop = DROP.matcher(bare);
      Matcher rename = RENAME.matcher(bare);
      if (create.matches()) {
        String name = create.group(1).toLowerCase(Locale.ROOT);
        tables.put(name, TENANT.matcher(create.group(2)).matches());
      } else if (drop.matches()) {
        tables.remove(drop.group(1).toLowerCase(Locale.ROOT));
      } else if (rename.matches()) {
        Boolean tenant = tables.remove(rename.group(1).toLowerCase(Locale.ROOT));
        tables.put(rename.group(2).toLowerCase(Locale.ROOT), Boolean.TRUE.equals(tenant));
      }
    }
    return tables;
  }

  private static final String FOREIGN_KEYS_OFF =
      """
      create temporary table crmkit_foreign_key on commit drop as
        select k.conrelid::regclass::text as owner, k.conname as name,
            pg_get_constraintdef(k.oid) as definition
          from pg_constraint k join pg_class t on t.oid = k.conrelid
          where k.contype = 'f' and t.relname like 'crm\\_%'
            and t.relnamespace = current_schema()::regnamespace;

      do $$
      declare
        k record;
      begin
        for k in select * from crmkit_foreign_key loop
          execute format('alter table %s drop constraint %I', k.owner, k.name);
        end loop;
      end $$;

      """;

  private static final String FOREIGN_KEYS_ON =
      """

      do $$
      declare
        k record;
      begin
        for k in select * from crmkit_foreign_key order by owner, name loop
          execute format('alter table %s add constraint %I %s', k.owner, k.name, k.definition);
        end loop;
      end $$;

      """;
}
