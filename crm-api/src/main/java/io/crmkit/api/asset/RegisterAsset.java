package io.crmkit.api.asset;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.product.UnitRole;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A unit that is there already, whoever supplied it.
 *
 * @param customer who has it
 * @param identity what makes it this unit; with a product, maker and an empty model are filled from
 *     the catalogue
 * @param numbers the labels people find it by
 * @param life where it is in its life; a status of the installed base
 * @param placement where it is in the structure
 * @param specification its features; with a product, the catalogue's are added where it says
 *     nothing
 */
@RecordBuilder
public record RegisterAsset(
    CustomerId customer,
    AssetIdentity identity,
    @Nullable AssetNumbers numbers,
    AssetLife life,
    Placement placement,
    Map<String, String> specification)
    implements RegisterAssetBuilder.With {

  public RegisterAsset {
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(identity, "identity");
    Objects.requireNonNull(life, "life");
    Objects.requireNonNull(placement, "placement");
    specification = Collections.unmodifiableMap(new LinkedHashMap<>(specification));
  }

  /** A machine from elsewhere, in operation at the customer's. */
  public static RegisterAsset thirdParty(CustomerId customer, AssetIdentity identity) {
    return new RegisterAsset(
        customer,
        identity,
        null,
        AssetLife.of(AssetStatus.IN_OPERATION, Supply.THIRD_PARTY),
        Placement.standingAlone(UnitRole.MACHINE),
        Map.of());
  }

  /** A machine of ours, in operation at the customer's, whose sale is not in the CRM. */
  public static RegisterAsset ofOurs(CustomerId customer, AssetIdentity identity) {
    return new RegisterAsset(
        customer,
        identity,
        null,
        AssetLife.of(AssetStatus.IN_OPERATION, Supply.DIRECT),
        Placement.standingAlone(UnitRole.MACHINE),
        Map.of());
  }
}
