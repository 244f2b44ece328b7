package io.crmkit.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.spring.ErpConfiguration.ErpFailure;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Hosts whose DataSource hands out the connection of the current transaction, or none yet. */
class SpringProxyTest {

  private static List<SpringHost> hosts = List.of();

  @BeforeAll
  static void start() {
    List<SpringHost> aware = SpringHost.onEveryDatabase(TransactionAwareDataSourceProxy::new);
    List<SpringHost> lazy =
        SpringHost.onEveryDatabase(
            d -> new TransactionAwareDataSourceProxy(new LazyConnectionDataSourceProxy(d)));
    hosts = Stream.of(aware, lazy).flatMap(List::stream).toList();
  }

  @AfterAll
  static void stop() {
    hosts.forEach(SpringHost::stop);
  }

  static List<SpringHost> hosts() {
    assertThat(hosts).hasSizeGreaterThanOrEqualTo(4);
    return hosts;
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void bothCommitOrRollBackTogether(SpringHost host) {
    String kept = "K-" + UUID.randomUUID();
    String lost = "L-" + UUID.randomUUID();

    host.erp().accept(kept);
    assertThatThrownBy(() -> host.erp().acceptAndFail(lost)).isInstanceOf(ErpFailure.class);

    assertThat(host.erp().ordered(kept)).isTrue();
    assertThat(host.erp().known(kept)).isTrue();
    assertThat(host.erp().ordered(lost)).isFalse();
    assertThat(host.erp().known(lost)).isFalse();
  }

  /** The CRM's own transaction on the proxy would commit the host's row. */
  @ParameterizedTest
  @MethodSource("hosts")
  void workOfTheCrmItselfLeavesTheTransactionAlone(SpringHost host) {
    String lost = "L-" + UUID.randomUUID();
    var apart = host.erp().session();

    host.template()
        .executeWithoutResult(
            status -> {
              host.erp().order(lost);
              apart
                  .get(Customers.class)
                  .register(RegisterCustomer.organization(CustomerName.of("Apart")));
              status.setRollbackOnly();
            });

    assertThat(host.erp().ordered(lost)).isFalse();
  }
}
