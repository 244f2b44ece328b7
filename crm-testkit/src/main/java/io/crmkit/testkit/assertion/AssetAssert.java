package io.crmkit.testkit.assertion;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.field.CustomValues;
import org.jspecify.annotations.Nullable;

/** Assertions on a unit. */
public final class AssetAssert extends RecordAssert<AssetAssert, Asset> {

  /** For {@code CrmAssertions.assertThat}. */
  public AssetAssert(@Nullable Asset actual) {
    super(actual, AssetAssert.class);
  }

  /** It has this status. */
  public AssetAssert is(AssetStatus wanted) {
    isNotNull();
    return same("status", wanted, actual.life().status());
  }

  /** It is this customer's. */
  public AssetAssert belongsTo(CustomerId wanted) {
    isNotNull();
    return same("customer", wanted, actual.customer());
  }

  /** It has this serial number. */
  public AssetAssert hasSerialNumber(String wanted) {
    isNotNull();
    return same("serial number", wanted, actual.identity().serialNumber());
  }

  /** It is part of this unit. */
  public AssetAssert isWithin(AssetId wanted) {
    isNotNull();
    return same("unit around it", wanted, actual.placement().parent());
  }

  @Override
  CustomValues custom() {
    return actual.custom();
  }

  @Override
  String describe() {
    return "the unit " + actual.label();
  }
}
