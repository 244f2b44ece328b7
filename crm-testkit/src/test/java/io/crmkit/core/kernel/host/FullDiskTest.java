package io.crmkit.core.kernel.host;

import static io.crmkit.core.kernel.lab.LabEntities.SPECIMENS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.crmkit.api.Actor;
import io.crmkit.api.Crm;
import io.crmkit.api.CrmBuilder;
import io.crmkit.api.TenantId;
import io.crmkit.api.access.AccessPolicy;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.error.StorageFailure;
import io.crmkit.core.kernel.lab.AnnexModule;
import io.crmkit.core.kernel.lab.Lab;
import io.crmkit.core.kernel.lab.LabHooks;
import io.crmkit.core.kernel.lab.LabModule;
import io.crmkit.core.kernel.lab.Specimen;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H2 on a disk that fills up. */
class FullDiskTest {

  @AfterEach
  void makeRoom() {
    FullDisk.full(false);
  }

  private static Crm open(HikariDataSource pool) {
    return Crm.builder(AccessPolicy.allowAll())
        .module(new LabModule(new LabHooks()))
        .module(new AnnexModule())
        .delivery(CrmBuilder.Delivery.MANUAL)
        .dataSource(pool)
        .open();
  }

  private static Lab lab(Crm crm) {
    return crm.session(new TenantId("full"), Actor.of("tester")).get(Lab.class);
  }

  private static List<String> labels(Crm crm) {
    return lab(crm).read(tx -> tx.store(SPECIMENS).all(Criteria.all())).stream()
        .map(Specimen::label)
        .toList();
  }

  @Test
  void aFullDiskIsAClearErrorAndTheSameEngineGoesOnWhenThereIsRoom(@TempDir Path folder) {
    FullDisk.register();
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:h2:full:" + folder.resolve("crm") + ";WRITE_DELAY=0");
    config.setUsername("sa");
    config.setMaximumPoolSize(4);
    try (HikariDataSource pool = new HikariDataSource(config);
        Crm crm = open(pool)) {
      Lab lab = lab(crm);
      lab.add("kept");
      FullDisk.full(true);

      assertThatThrownBy(() -> lab.add("lost"))
          .isInstanceOf(StorageFailure.class)
          .hasMessageContaining("no room left or cannot write its files");
      assertThatThrownBy(() -> lab.add("lost, too")).isInstanceOf(StorageFailure.class);
      FullDisk.full(false);

      lab.add("goes on");
      assertThat(lab.count()).isEqualTo(2);
      assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
    }
    try (HikariDataSource pool = new HikariDataSource(config);
        Crm crm = open(pool)) {
      assertThat(labels(crm)).as("after a restart").containsExactlyInAnyOrder("kept", "goes on");
    }
  }
}
