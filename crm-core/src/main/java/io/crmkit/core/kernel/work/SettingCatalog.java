package io.crmkit.core.kernel.work;

import io.crmkit.api.TenantId;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.setting.ChosenSetting;
import io.crmkit.core.kernel.storage.Selection;
import io.crmkit.core.kernel.storage.StorageTx;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What each tenant has chosen, by the keys of settings. */
final class SettingCatalog {

  private final Kernel kernel;
  private final TenantCache<Map<String, String>> chosen;

  SettingCatalog(Kernel kernel) {
    this.kernel = kernel;
    this.chosen = new TenantCache<>(kernel, this::read);
  }

  Map<String, String> of(TenantId tenant, @Nullable TxContext tx) {
    return chosen.of(tenant, tx);
  }

  /** Something is chosen in this transaction. */
  void changedIn(TxContext tx, TenantId tenant) {
    chosen.changedIn(tx, tenant);
  }

  private Map<String, String> read(TenantId tenant, StorageTx storage) {
    Selection<ChosenSetting> all = Selection.all(Criteria.all());
    return storage.select(kernel.models().of(KernelEntities.SETTINGS), tenant, all).stream()
        .collect(Collectors.toUnmodifiableMap(ChosenSetting::setting, ChosenSetting::content));
  }
}
