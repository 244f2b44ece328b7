package io.crmkit.assets.custody;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.Placement;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.error.Reason;
import io.crmkit.api.error.ReasonCode;
import io.crmkit.api.error.Refused;
import io.crmkit.api.product.UnitRole;
import io.crmkit.testkit.TestCrm;
import java.util.List;

/** Customers and units for tests of what goes between them. */
final class CustodyLab {

  private CustodyLab() {}

  static CustomerId customer(TestCrm crm, String name) {
    return crm.get(Customers.class)
        .register(RegisterCustomer.organization(CustomerName.of(name)))
        .id();
  }

  static Asset machine(TestCrm crm, CustomerId customer, String serialNumber) {
    return crm.get(Assets.class)
        .register(
            RegisterAsset.ofOurs(
                customer, AssetIdentity.ofModel("Acme", "Press").withSerialNumber(serialNumber)));
  }

  static Asset part(TestCrm crm, Asset whole, String serialNumber) {
    return crm.get(Assets.class)
        .register(
            RegisterAsset.ofOurs(
                    whole.customer(),
                    AssetIdentity.ofModel("Acme", "Fan").withSerialNumber(serialNumber))
                .withPlacement(
                    Placement.within(whole.id(), UnitRole.PART).withFunction("cooling")));
  }

  static Asset now(TestCrm crm, Asset asset) {
    return crm.get(Assets.class).get(asset.id());
  }

  static List<ReasonCode> reasons(Runnable call) {
    return catchThrowableOfType(Refused.class, call::run).reasons().stream()
        .map(Reason::code)
        .toList();
  }
}
