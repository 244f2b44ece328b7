package io.crmkit.assets.installedbase;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.Warranties;
import io.crmkit.api.asset.Warranty;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.ReasonCode;
import io.crmkit.api.error.Refused;
import io.crmkit.testkit.PlainWords;
import io.crmkit.testkit.TestCrm;
import java.util.List;

/** Questions that the tests of hand-overs ask. */
final class Asked {

  private Asked() {}

  static List<Asset> all(TestCrm crm) {
    return crm.get(Assets.class).search(Query.<Asset>everything().limit(10_000)).items();
  }

  static List<String> serials(TestCrm crm) {
    return crm
        .get(Assets.class)
        .search(Query.<Asset>everything().orderBy(AssetAttributes.SERIAL_NUMBER.ascending()))
        .items()
        .stream()
        .map(asset -> asset.identity().serialNumber())
        .toList();
  }

  static Warranty warranty(TestCrm crm, AssetId asset, String kind) {
    return crm.get(Warranties.class).of(asset).stream()
        .filter(warranty -> warranty.terms().kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  static List<ReasonCode> reasons(Runnable command) {
    try {
      command.run();
    } catch (Refused refused) {
      refused.reasons().forEach(PlainWords::assertPlain);
      return refused.reasons().stream().map(Reason::code).toList();
    }
    throw new AssertionError("was not refused");
  }
}
