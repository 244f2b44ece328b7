package io.crmkit.verification.kit;

import io.crmkit.api.TenantId;
import io.crmkit.api.sales.order.ErpOrder;
import io.crmkit.api.sales.order.ErpOrderPort;
import io.crmkit.testkit.fake.ErpOrderContract;
import io.crmkit.testkit.fake.RecordingErp;
import java.util.List;

/** The fake keeps the contract that it stands for. */
class RecordingErpTest extends ErpOrderContract {

  private final RecordingErp erp = new RecordingErp();

  @Override
  protected ErpOrderPort port() {
    return erp;
  }

  @Override
  protected List<String> taken(TenantId tenant) {
    return erp.taken(tenant).stream().map(ErpOrder::key).toList();
  }
}
