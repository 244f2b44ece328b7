package io.crmkit.assets.asset;

import static io.crmkit.assets.Samples.customer;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.access.Access;
import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.AssetStep;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.Placement;
import io.crmkit.api.asset.Reach;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.asset.TakeStep;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.product.UnitRole;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;

/** What commands do with parts that whoever gives them does not see, on every storage. */
class HiddenPartsContractTest {

  @OnEveryStorage
  void a_step_with_all_below_takes_along_what_the_caller_does_not_see(TestCrm crm) {
    Assets assets = crm.get(Assets.class);
    CustomerId customer = customer(crm);
    Asset machine =
        assets.register(RegisterAsset.ofOurs(customer, AssetIdentity.ofModel("M", "X")));
    Asset part =
        assets.register(
            RegisterAsset.ofOurs(customer, AssetIdentity.ofModel("M", "Fan"))
                .withPlacement(Placement.within(machine.id(), UnitRole.PART)));
    crm.policy(
        request ->
            request.actor().id().equals("visitor") && request.entity() == Asset.class
                ? Access.only(AssetAttributes.ID.eq(machine.id()))
                : Access.allow());

    crm.session("visitor")
        .get(Assets.class)
        .takeStep(TakeStep.of(machine, AssetStep.RETURN).withReach(Reach.WITH_ALL_BELOW));

    assertThat(assets.get(part.id()).life().status()).isEqualTo(AssetStatus.RETURNED);
  }
}
