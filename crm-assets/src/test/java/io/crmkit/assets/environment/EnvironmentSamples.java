package io.crmkit.assets.environment;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.environment.EnvironmentAttributes;
import io.crmkit.api.environment.EnvironmentCategory;
import io.crmkit.api.environment.EnvironmentItem;
import io.crmkit.api.environment.Environments;
import io.crmkit.api.environment.PresentItem;
import io.crmkit.api.value.EntityRef;
import io.crmkit.assets.Samples;
import io.crmkit.testkit.TestCrm;
import java.util.List;

/** Units and items for tests of environments. */
final class EnvironmentSamples {

  private EnvironmentSamples() {}

  static EntityRef unit(TestCrm crm) {
    return unit(crm, Samples.customer(crm));
  }

  static EntityRef unit(TestCrm crm, CustomerId customer) {
    Asset asset =
        crm.get(Assets.class)
            .register(RegisterAsset.thirdParty(customer, AssetIdentity.ofModel("Maker", "Server")));
    return EntityRef.of(Assets.ENTITY, asset.id());
  }

  static EnvironmentItem software(String key, String version) {
    return EnvironmentItem.versioned(EnvironmentCategory.SOFTWARE, key, version);
  }

  /** What searches find of a subject. */
  static List<EnvironmentItem> present(TestCrm crm, EntityRef subject) {
    return crm
        .get(Environments.class)
        .search(
            Query.where(EnvironmentAttributes.ITEM_SUBJECT.eq(subject.id())).limit(Query.MAX_LIMIT))
        .items()
        .stream()
        .map(PresentItem::item)
        .sorted()
        .toList();
  }
}
