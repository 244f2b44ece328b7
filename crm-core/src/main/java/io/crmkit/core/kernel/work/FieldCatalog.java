package io.crmkit.core.kernel.work;

import io.crmkit.api.TenantId;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.field.FieldDefinition;
import io.crmkit.core.kernel.field.TenantFields;
import io.crmkit.core.kernel.storage.Selection;
import io.crmkit.core.kernel.storage.StorageTx;
import io.crmkit.core.kernel.work.FieldEntities.StoredField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The custom fields of each tenant. */
final class FieldCatalog {

  private final Kernel kernel;
  private final TenantCache<TenantFields> fields;

  FieldCatalog(Kernel kernel) {
    this.kernel = kernel;
    this.fields = new TenantCache<>(kernel, this::read);
  }

  TenantFields of(TenantId tenant, @Nullable TxContext tx) {
    return fields.of(tenant, tx);
  }

  /** A field is declared or changed in this transaction. */
  void changedIn(TxContext tx, TenantId tenant) {
    fields.changedIn(tx, tenant);
  }

  private TenantFields read(TenantId tenant, StorageTx storage) {
    Selection<StoredField> all = Selection.all(Criteria.all());
    List<FieldDefinition> own =
        storage.select(kernel.models().of(FieldEntities.FIELDS), tenant, all).stream()
            .map(StoredField::definition)
            .toList();
    return new TenantFields(kernel.extensions().declared().fields(), own);
  }
}
