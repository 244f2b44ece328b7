package io.crmkit.verification.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class SchemaTextTest {

  @Test
  void aTableShowsColumnsKeysAndIndexes() throws SQLException {
    var h2 = new JdbcDataSource();
    h2.setUrl("jdbc:h2:mem:schema-text");
    try (var keepAlive = h2.getConnection();
        var statement = keepAlive.createStatement()) {
      statement.execute(
          """
          create table crm_owner (tenant_id varchar(64) not null, id uuid not null,
            primary key (tenant_id, id));
          create table crm_thing (tenant_id varchar(64) not null, id uuid not null, owner_id uuid,
            code varchar(20) not null, amount decimal(19, 4) default 0, note clob, extra json,
            raw varbinary(16), born date, at timestamp(6) with time zone not null,
            active boolean not null, version bigint not null,
            constraint pk_thing primary key (tenant_id, id),
            constraint uq_thing unique (tenant_id, code),
            constraint ck_thing check (version > 0),
            foreign key (tenant_id, owner_id) references crm_owner (tenant_id, id));
          create index ix_thing_owner on crm_thing (tenant_id, owner_id, at desc);
          create unique index ux_thing on crm_thing (tenant_id, born);
          """);

      assertThat(SchemaText.of(h2))
          .isEqualTo(
              """
              crm_owner
                column id uuid not null
                column tenant_id character varying(64) not null
                primary key (tenant_id, id)

              crm_thing
                check "VERSION" > CAST(0 AS BIGINT)
                column active boolean not null
                column amount numeric(19, 4) default 0
                column at timestamp with time zone precision 6 not null
                column born date
                column code character varying(20) not null
                column extra json
                column id uuid not null
                column note character large object
                column owner_id uuid
                column raw binary varying(16)
                column tenant_id character varying(64) not null
                column version bigint not null
                foreign key (tenant_id, owner_id) to crm_owner (tenant_id, id)
                index ix_thing_owner (tenant_id, owner_id, at desc)
                primary key (tenant_id, id)
                unique (tenant_id, code)
                unique index ux_thing (tenant_id, born)
              """);
    }
  }
}
