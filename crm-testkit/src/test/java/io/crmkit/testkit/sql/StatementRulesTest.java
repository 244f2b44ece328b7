package io.crmkit.testkit.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules let pass what may be sent, and find everything that may not. */
class StatementRulesTest {

  @Test
  void aLongListIsOfOneKindWithAShortOne() {
    String many = String.join(", ", Collections.nCopies(20_000, "?"));

    String normalised =
        ParsedStatement.normalised("select a from t where b in (" + many + ") and c");

    assertThat(normalised).isEqualTo("select a from t where b in (?) and c");
    assertThat(ParsedStatement.normalised("insert into t (a) values (?, ?)")).endsWith("(?, ?)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select id, version from crm_customer where tenant_id = ? and id = ?",
        "select r.id from crm_customer r where r.tenant_id = ? and (r.a is not null and r.a = ?)"
            + " order by r.b collate \"C\" desc nulls last, r.id limit ?",
        "select r.id from crm_a r where r.tenant_id = ? and not (exists (select 1 from crm_b x0"
            + " where x0.tenant_id = ? and x0.owner_id = r.id and 1 = 1))",
        "select r.id from crm_a r where r.tenant_id = ? and exists (select 1 from crm_b x0"
            + " where x0.tenant_id = r.tenant_id and x0.owner_id = r.id)",
        "select r.id from crm_a r left join crm_b p on p.tenant_id = r.tenant_id and p.owner_id ="
            + " r.id where r.tenant_id = ?",
        "select r.id from crm_a r where r.tenant_id = ? and r.id in (with recursive x0 (id) as"
            + " (select x1.id from crm_a x1 where x1.tenant_id = ? and x1.parent_id = ? union all"
            + " select x2.id from crm_a x2 join x0 on x2.parent_id = x0.id where x2.tenant_id = ?)"
            + " select id from x0)",
        "select o.a, sum(o.b) from (select c.a, c.b from crm_o as c where (c.tenant_id = ?)) as o"
            + " where o.a in (?, ?) group by o.a",
        "select r.id from crm_a r where (r.a in (?, ?) and not exists (select 1 from crm_b x0 where"
            + " (x0.owner_id = r.id and (x0.tenant_id = ?))) and (r.tenant_id = ?))",
        "select id from crm_delivery where tenant_id = ? and id = ? for update skip locked",
        "select r.tenant_id, r.subscriber, count(*), min(r.attempts_due_at) from crm_delivery r"
            + " where r.attempts_due_at < ? group by r.tenant_id, r.subscriber",
        "insert into crm_lock (tenant_id, scope, name) values (?, ?, ?) on conflict (tenant_id,"
            + " scope, name) do update set name = excluded.name",
        "merge into crm_lock (tenant_id, scope, name) key (tenant_id, scope, name) values (?, ?,"
            + " ?)",
        "insert into crm_a (tenant_id, id, doc) values (?, ?, ? format json)",
        "update crm_a set a = ? where tenant_id = ? and id = ? and version = ?",
        "delete from crm_a where tenant_id = ? and owner_id = ? and pos >= ?",
        "update crm_a set a = 'now()' where tenant_id = ?; insert into crm_b (tenant_id) values"
            + " (?)",
        "with due as (select id from crm_t where tenant_id = ? order by due_at limit ? for update"
            + " skip locked) update crm_t t set claimed = ? from due where t.tenant_id = ? and t.id"
            + " = due.id"
      })
  void whatNamesTheTenantEverywherePasses(String sql) {
    List<String> faults = StatementRules.faults(sql);

    assertThat(faults).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select id from crm_customer where id = ?",
        "select r.id from crm_a r where r.tenant_id = ? or r.id = ?",
        "select r.id from crm_a r where not (r.tenant_id = ?)",
        "select r.id from crm_a r where r.tenant_id >= ?",
        "select r.id from crm_a r where r.tenant_id in (?, ?)",
        "select r.id from crm_a r where r.tenant_id = r.tenant_id",
        "select r.id from crm_a r where r.a in (?, ?) and r.tenant_id = ? or r.b = ?",
        "select r.id from crm_a r where r.tenant_id = ? and exists (select 1 from crm_b x0 where"
            + " x0.owner_id = r.id)",
        "select r.id from crm_a r join crm_b p on p.owner_id = r.id where r.tenant_id = ?",
        "select r.id from crm_a r, crm_b p where tenant_id = ?",
        "select r.id from crm_a r where r.tenant_id = ? union all select p.id from crm_b p",
        "select r.id from crm_a r where r.tenant_id = ? and r.id in (with recursive x0 (id) as"
            + " (select x1.id from crm_a x1 where x1.tenant_id = ? union all select x2.id from"
            + " crm_a x2 join x0 on x2.parent_id = x0.id) select id from x0)",
        "select a from (select c.a from crm_o as c) as o where o.tenant_id = ?",
        "select (select max(c.a) from crm_o c) from crm_a r where r.tenant_id = ?",
        "select r.id from crm_a r where r.tenant_id = ? order by (select max(c.a) from crm_o c)",
        "select id from crm_delivery where parked = ? limit ? for update skip locked",
        "select distinct r.tenant_id from crm_customer r where r.name = ?",
        "select distinct r.tenant_id from crm_delivery r order by r.tenant_id",
        "select r.tenant_id, r.id from crm_delivery r",
        "select r.tenant_id from crm_delivery r where r.due < ? for update",
        "insert into crm_a (id, version) values (?, ?)",
        "insert into crm_a (tenant_id, id) values ('acme', ?)",
        "insert into crm_a (tenant_id, id) values (?, ?), ('acme', ?)",
        "insert into crm_a (tenant_id, id) select b.tenant_id, b.id from crm_b b",
        "insert into crm_a (tenant_id, id) values (?, ?) on conflict (id) do nothing",
        "update crm_a set a = ? where id = ?",
        "update crm_a set a = (select max(b.a) from crm_b b) where tenant_id = ?",
        "delete from crm_a where owner_id = ?",
        "select id from crm_a where tenant_id = ? and due_at < now()",
        "select id from crm_a where tenant_id = ? and due_at < current_timestamp",
        "insert into crm_a (tenant_id, id) values (?, nextval('crm_a_seq'))",
        "select id from crm_a where tenant_id = ?; delete from crm_b where id = ?",
        "this is no statement",
        "truncate table crm_a"
      })
  void whatCouldReachBeyondATenantIsFound(String sql) {
    List<String> faults = StatementRules.faults(sql);

    assertThat(faults).isNotEmpty();
  }
}
