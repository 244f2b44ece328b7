package io.crmkit.testkit.assertion;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.customer.CustomerId;
import java.util.Objects;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on a unit. */
public final class AssetAssert extends AbstractAssert<AssetAssert, Asset> {

  /** For {@code CrmAssertions.assertThat}. */
  public AssetAssert(@Nullable Asset actual) {
    super(actual, AssetAssert.class);
  }

  /** It has this status. */
  public AssetAssert is(AssetStatus wanted) {
    isNotNull();
    var found = actual.life().status();
    if (!Objects.equals(found, wanted)) {
      failWithMessage("Expected the status <%s> of %s but it is <%s>", wanted, describe(), found);
    }
    return this;
  }

  /** It is this customer's. */
  public AssetAssert belongsTo(CustomerId wanted) {
    isNotNull();
    var found = actual.customer();
    if (!Objects.equals(found, wanted)) {
      failWithMessage("Expected the customer <%s> of %s but it is <%s>", wanted, describe(), found);
    }
    return this;
  }

  /** It has this serial number. */
  public AssetAssert hasSerialNumber(String wanted) {
    isNotNull();
    var found = actual.identity().serialNumber();
    if (!Objects.equals(found, wanted)) {
      failWithMessage(
          "Expected the serial number <%s> of %s but it is <%s>", wanted, describe(), found);
    }
    return this;
  }

  /** It is part of this unit. */
  public AssetAssert isWithin(AssetId wanted) {
    isNotNull();
    var found = actual.placement().parent();
    if (!Objects.equals(found, wanted)) {
      failWithMessage(
          "Expected the unit around it <%s> of %s but it is <%s>", wanted, describe(), found);
    }
    return this;
  }

  private String describe() {
    return "the unit " + actual.label();
  }
}
