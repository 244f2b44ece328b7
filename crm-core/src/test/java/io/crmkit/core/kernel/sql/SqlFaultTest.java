package io.crmkit.core.kernel.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.error.Conflict;
import io.crmkit.api.error.StorageFailure;
import java.io.IOException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the drivers say, as their manuals list it; what databases really do is tested on them. */
class SqlFaultTest {

  @ParameterizedTest
  @CsvSource({
    "POSTGRES, 40001, 0, DEADLOCK",
    "POSTGRES, 40P01, 0, DEADLOCK",
    "POSTGRES, 55P03, 0, CONFLICT",
    "POSTGRES, 23505, 0, CONFLICT",
    "POSTGRES, 57014, 0, CANCELLED",
    "POSTGRES, 57P01, 0, CONNECTION_LOST",
    "POSTGRES, 08006, 0, CONNECTION_LOST",
    "POSTGRES, 08003, 0, CONNECTION_LOST",
    "POSTGRES, 25P03, 0, CONNECTION_LOST",
    "POSTGRES, 53300, 0, NO_CONNECTION",
    "POSTGRES, 08001, 0, NO_CONNECTION",
    "POSTGRES, 25006, 0, READ_ONLY",
    "POSTGRES, 25P02, 0, ABORTED",
    "POSTGRES, 53100, 0, NO_SPACE",
    "POSTGRES, 42P01, 0, OTHER",
    "H2, 40001, 40001, DEADLOCK",
    "H2, HYT00, 50200, CONFLICT",
    "H2, 90131, 90131, CONFLICT",
    "H2, 57014, 57014, CANCELLED",
    "H2, 90067, 90067, CONNECTION_LOST",
    "H2, 90098, 90098, CONNECTION_LOST",
    "H2, 90121, 90121, CONNECTION_LOST",
    "H2, 90097, 90097, READ_ONLY",
    "H2, 90031, 90031, NO_SPACE",
    "H2, 42S02, 42102, OTHER",
    "MARIADB, 40001, 1213, DEADLOCK",
    "MARIADB, HY000, 1205, CONFLICT",
    "MARIADB, 23000, 1062, CONFLICT",
    "MARIADB, 70100, 1969, CANCELLED",
    "MARIADB, HY000, 1927, CONNECTION_LOST",
    "MARIADB, 08S01, 1053, CONNECTION_LOST",
    "MARIADB, 08004, 1040, NO_CONNECTION",
    "MARIADB, 25006, 1792, READ_ONLY",
    "MARIADB, HY000, 1290, READ_ONLY",
    "MARIADB, HY000, 1021, NO_SPACE",
    "MARIADB, 42S02, 1146, OTHER"
  })
  void everyDriverHasItsOwnWayToSayIt(String database, String state, int code, SqlFault fault) {
    SQLException said = new SQLException("as " + database + " says it", state, code);

    assertThat(SqlFault.of(said)).isEqualTo(fault);
    assertThat(fault.with(said)).hasMessageContaining("as " + database + " says it").hasCause(said);
  }

  @Test
  void whatMayBeTriedAgainIsAConflict() {
    SQLException said = new SQLException("rival");

    assertThat(SqlFault.CONFLICT.with(said)).isInstanceOf(Conflict.class);
    assertThat(SqlFault.DEADLOCK.with(said)).isInstanceOf(Conflict.class);
    assertThat(SqlFault.CONNECTION_LOST.with(said)).isInstanceOf(StorageFailure.class);
    assertThat(SqlFault.CANCELLED.with(said)).isInstanceOf(StorageFailure.class);
  }

  /** H2's 1205 or 1021, if it had them, would mean something else. */
  @Test
  void vendorCodesCountOnlyWhereTheStateSaysNothing() {
    assertThat(SqlFault.of(new SQLException("x", "42000", 1205))).isEqualTo(SqlFault.OTHER);
  }

  @Test
  void theMeaningIsFoundAlongTheChainOfABatch() {
    BatchUpdateException batch = new BatchUpdateException("batch failed", "XX000", new int[0]);
    batch.setNextException(new SQLException("deadlock detected", "40P01"));

    assertThat(SqlFault.of(batch)).isEqualTo(SqlFault.DEADLOCK);
    assertThat(SqlFault.DEADLOCK.with(batch)).hasMessageContaining("deadlock detected");
  }

  @Test
  void whereThereIsNoStateTheClassTells() {
    assertThat(SqlFault.of(new SQLTransientConnectionException("pool is empty")))
        .isEqualTo(SqlFault.NO_CONNECTION);
    assertThat(SqlFault.of(new SQLNonTransientConnectionException("gone")))
        .isEqualTo(SqlFault.CONNECTION_LOST);
    assertThat(SqlFault.of(new SQLRecoverableException("gone")))
        .isEqualTo(SqlFault.CONNECTION_LOST);
    assertThat(SqlFault.of(new SQLTimeoutException("slow"))).isEqualTo(SqlFault.CANCELLED);
    assertThat(SqlFault.of(new SQLException("x", "HY000", 50000, new IOException("disk"))))
        .isEqualTo(SqlFault.NO_SPACE);
  }

  @Test
  void aCommitThatLostItsConnectionMayHaveBeenDone() {
    SQLException said = new SQLException("gone", "08006");

    assertThat(SqlFault.CONNECTION_LOST.withCommit(said))
        .hasMessageContaining("may have been done or not");
    assertThat(SqlFault.CONFLICT.withCommit(said)).isInstanceOf(Conflict.class);
  }
}
