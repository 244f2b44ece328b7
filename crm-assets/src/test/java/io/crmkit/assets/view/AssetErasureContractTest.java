package io.crmkit.assets.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.AssetTransfers;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.AssetsInTime;
import io.crmkit.api.asset.MoveAsset;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.asset.TransferAsset;
import io.crmkit.api.audit.AuditEntry;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.privacy.Erasure;
import io.crmkit.api.privacy.ErasureShare;
import io.crmkit.api.value.EntityRef;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import java.time.Duration;
import java.util.Set;

/** A person is forgotten, also where units tell of it that others have by now. */
class AssetErasureContractTest {

  @OnEveryStorage
  void what_names_the_person_goes_and_who_had_the_unit_stays(TestCrm crm) {
    CustomerId person =
        crm.get(Customers.class)
            .register(RegisterCustomer.person(CustomerName.of("Zhang Min")))
            .id();
    CustomerId other =
        crm.get(Customers.class)
            .register(RegisterCustomer.organization(CustomerName.of("Borg")))
            .id();
    Assets assets = crm.get(Assets.class);
    Asset press =
        assets.register(RegisterAsset.ofOurs(person, AssetIdentity.ofModel("Acme", "Press")));
    Asset there =
        assets.move(MoveAsset.of(press, press.placement().withSite("at Zhang Min's, garage")));
    crm.clock().advance(Duration.ofDays(1));
    crm.get(AssetTransfers.class).transfer(TransferAsset.of(there, other));

    var shares = crm.erase(new Erasure(EntityRef.of(Customer.ENTITY, person), Set.of("Zhang Min")));

    assertThat(shares.stream().flatMap(share -> share.kept().stream()))
        .extracting(ErasureShare.Kept::what)
        .extracting(what -> what.en())
        .contains("units and entitlements");
    assertThat(assets.history(press.id()).placements())
        .extracting(fact -> String.valueOf(fact.placement().site()))
        .noneMatch(site -> site.contains("Zhang Min"))
        .anyMatch(site -> site.contains(AuditEntry.ERASED_VALUE));
    assertThat(crm.get(AssetsInTime.class).custodies(person)).hasSize(1);
  }

  @OnEveryStorage
  void of_whom_nothing_is_held_nothing_is_kept(TestCrm crm) {
    CustomerId person =
        crm.get(Customers.class)
            .register(RegisterCustomer.person(CustomerName.of("Zhang Min")))
            .id();

    assertThat(crm.erase(Erasure.of(EntityRef.of(Customer.ENTITY, person))))
        .allMatch(share -> share.kept().isEmpty() && share.alsoIn().isEmpty());
  }
}
