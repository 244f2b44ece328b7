package io.crmkit.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.sales.order.ErpOrder;
import io.crmkit.api.sales.order.ErpOrderPort;
import io.crmkit.api.sales.order.SalesOrder;
import io.crmkit.testkit.CrmTest;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every way into an ERP has to keep. A host's test class extends this and gives its own
 * adapter; crm-sales must be on the class path.
 */
@CrmTest
public abstract class ErpOrderContract {

  /** For subclasses. */
  protected ErpOrderContract() {}

  /** The adapter, connected to an ERP that has no orders of this tenant yet. */
  protected abstract ErpOrderPort port();

  /** The keys of the orders that the ERP has of this tenant, in any order. */
  protected abstract List<String> taken(TenantId tenant);

  private static ErpOrder order(CrmSession session, SalesOrder order, int attempt) {
    String key = order.id().value() + "-" + attempt;
    return new ErpOrder(key, session.tenant(), order, attempt);
  }

  @Test
  void an_order_is_taken(CrmSession session, Samples given) {
    ErpOrder order = order(session, given.order(given.organization("Acme")), 1);

    port().handOver(session, order);

    assertThat(taken(session.tenant())).containsExactly(order.key());
  }

  @Test
  void an_order_that_comes_again_is_taken_once(CrmSession session, Samples given) {
    ErpOrder order = order(session, given.order(given.organization("Acme")), 1);
    ErpOrderPort port = port();

    port.handOver(session, order);
    port.handOver(session, order);

    assertThat(taken(session.tenant())).containsExactly(order.key());
  }

  @Test
  void an_order_that_comes_from_several_nodes_at_once_is_taken_once(
      CrmSession session, Samples given) {
    ErpOrder order = order(session, given.order(given.organization("Acme")), 1);
    ErpOrderPort port = port();

    Race.of(
        4,
        node -> {
          port.handOver(session, order);
          return node;
        });

    assertThat(taken(session.tenant())).containsExactly(order.key());
  }

  @Test
  void another_attempt_is_another_order(CrmSession session, Samples given) {
    SalesOrder order = given.order(given.organization("Acme"));
    ErpOrderPort port = port();

    port.handOver(session, order(session, order, 1));
    port.handOver(session, order(session, order, 2));

    assertThat(taken(session.tenant())).hasSize(2);
  }
}
