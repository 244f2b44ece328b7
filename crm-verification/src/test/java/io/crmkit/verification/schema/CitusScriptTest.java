package io.crmkit.verification.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.DatabaseProduct;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.testkit.storage.PostgresStorage;
import io.crmkit.testkit.storage.TestPlace;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * The script for Citus, on a PostgreSQL in which Citus's two functions are played by ones that keep
 * its rules: a table has no foreign key when it is spread, and is spread by a column of its keys.
 */
class CitusScriptTest {

  private static final String CITUS =
      """
      create table spread (name text primary key, by text, along text);

      create function create_distributed_table(t regclass, by text, colocate_with text)
        returns void language plpgsql as $$
      begin
        if exists (select 1 from pg_constraint
            where contype = 'f' and (conrelid = t or confrelid = t)) then
          raise exception 'foreign keys from or to %', t;
        end if;
        if exists (select 1 from pg_index i join pg_attribute a
            on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
            where i.indrelid = t and i.indisunique and a.attname <> by) then
          raise exception 'a unique key of % does not begin with %', t, by;
        end if;
        if colocate_with <> 'none'
            and not exists (select 1 from spread s where s.name = colocate_with) then
          raise exception '% is not spread', colocate_with;
        end if;
        insert into spread values (t::text, by, colocate_with);
      end $$;

      create function create_reference_table(t regclass) returns void language sql as
        'insert into spread values (t::text, null, null)';
      """;

  private static CrmBuilder builder() {
    return Crm.builder(AccessPolicy.allowAll()).delivery(CrmBuilder.Delivery.MANUAL);
  }

  @Test
  void everyTableIsSpreadByTenantAndKeepsItsForeignKeys() throws SQLException {
    try (TestPlace place = new PostgresStorage().open()) {
      CrmBuilder builder = builder();
      place.configure(builder);
      DataSource database = place.dataSource().orElseThrow();
      builder.open().close();
      SortedSet<String> before = NeutralSchema.of(database);
      SqlScripts.run(database, CITUS);

      SqlScripts.run(database, builder.scripts(DatabaseProduct.POSTGRESQL).distribute());

      List<String> tables =
          SqlScripts.rows(
              database,
              "select distinct table_name from information_schema.columns"
                  + " where column_name = 'tenant_id' order by 1");
      assertThat(tables).hasSizeGreaterThan(40);
      assertThat(
              SqlScripts.rows(
                  database, "select name from spread where by = 'tenant_id' order by 1"))
          .isEqualTo(tables);
      assertThat(
              SqlScripts.rows(
                  database, "select count(distinct along) from spread where along <> 'none'"))
          .containsExactly("1");
      assertThat(NeutralSchema.of(database))
          .anyMatch(line -> line.contains("foreign key"))
          .isEqualTo(before);
      builder.schema(CrmBuilder.Schema.VALIDATE).open().close();
    }
  }

  @Test
  void otherDatabasesHaveNoSuchScript() {
    assertThatThrownBy(() -> builder().scripts(DatabaseProduct.H2).distribute())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Citus");
  }
}
