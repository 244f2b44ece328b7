package io.crmkit.assets.view;

import io.crmkit.api.CrmSession;
import io.crmkit.api.document.MergeFieldSource;
import io.crmkit.api.value.EntityRef;
import java.util.Map;

/**
 * Units in documents: {@code {{asset.label}}} where the document is about a unit, the list {@code
 * assets} where it is about a customer or a sale.
 */
public final class AssetMergeFields implements MergeFieldSource {

  @Override
  public Map<String, Object> fields(CrmSession session, EntityRef about) {
    return session.get(CustomerUnits.class).fields(about);
  }
}
