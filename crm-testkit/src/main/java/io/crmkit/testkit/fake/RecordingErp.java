package io.crmkit.testkit.fake;

import io.crmkit.api.CrmBuilder;
import io.crmkit.api.CrmSession;
import io.crmkit.api.TenantId;
import io.crmkit.api.sales.order.ErpOrder;
import io.crmkit.api.sales.order.ErpOrderPort;
import io.crmkit.testkit.CrmSetup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An ERP that writes down what it is handed, and can be made to fail. As a setup it gives itself to
 * the engine; a test reaches it by {@code crm.setup(RecordingErp.class)}. Keeps {@link
 * ErpOrderContract}. Safe for many threads.
 */
public final class RecordingErp implements CrmSetup, ErpOrderPort {

  private final List<ErpOrder> handed = new CopyOnWriteArrayList<>();
  private final AtomicInteger failures = new AtomicInteger();

  /** An ERP that has no orders yet. */
  public RecordingErp() {}

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
  public void failNext(int times) {
    failures.set(times);
  }

  /** Every hand-over of this tenant in order, repetitions included. */
  public List<ErpOrder> handed(TenantId tenant) {
    return handed.stream().filter(o -> o.tenant().equals(tenant)).toList();
  }

  /** The orders that it has taken for this tenant: each key once. */
  public List<ErpOrder> taken(TenantId tenant) {
    Map<String, ErpOrder> byKey = new LinkedHashMap<>();
    handed(tenant).forEach(order -> byKey.putIfAbsent(order.key(), order));
    return List.copyOf(byKey.values());
  }

  @Override
  public void handOver(CrmSession session, ErpOrder order) {
    handed.add(order);
    if (failures.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      throw new IllegalStateException("the line broke after the order had arrived");
    }
  }
}
