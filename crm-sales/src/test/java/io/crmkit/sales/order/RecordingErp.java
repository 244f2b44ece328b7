package io.crmkit.sales.order;

import io.crmkit.api.CrmBuilder;
import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.sales.order.ErpOrder;
import io.crmkit.api.sales.order.ErpOrderPort;
import io.crmkit.testkit.CrmSetup;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** An ERP that writes down what it is handed, and can be made to fail. */
public final class RecordingErp implements CrmSetup, ErpOrderPort {

  private final List<ErpOrder> handed = new CopyOnWriteArrayList<>();
  private final AtomicInteger failures = new AtomicInteger();

  @Override
  public void configure(CrmBuilder builder) {
    builder.port(ErpOrderPort.class, this);
  }

  @Override
  public void prepare() {
    handed.clear();
    failures.set(0);
  }

  /** The next hand-overs fail, after the order has come in. */
  void failNext(int times) {
    failures.set(times);
  }

  List<ErpOrder> handed(TenantId tenant) {
    return handed.stream().filter(o -> o.tenant().equals(tenant)).toList();
  }

  @Override
  public void handOver(CrmSession session, ErpOrder order) {
    handed.add(order);
    if (failures.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      throw new IllegalStateException("the line broke after the order had arrived");
    }
  }
}
