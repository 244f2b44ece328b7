package io.crmkit.assets.site;

import static io.crmkit.assets.Samples.customer;
import static io.crmkit.assets.site.SiteLab.FAR_EAST;
import static io.crmkit.assets.site.SiteLab.at;
import static io.crmkit.assets.site.SiteLab.machine;
import static io.crmkit.assets.site.SiteLab.move;
import static io.crmkit.assets.site.SiteLab.reasons;
import static io.crmkit.assets.site.SiteLab.site;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crmkit.api.CrmSession;
import io.crmkit.api.access.Access;
import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetStep;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.TakeStep;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerAttributes;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.PostalAddress;
import io.crmkit.api.environment.EnvironmentCategory;
import io.crmkit.api.environment.EnvironmentItem;
import io.crmkit.api.environment.EnvironmentSnapshot;
import io.crmkit.api.environment.EnvironmentSubject;
import io.crmkit.api.environment.Environments;
import io.crmkit.api.environment.RecordSnapshot;
import io.crmkit.api.error.InvalidInput;
import io.crmkit.api.error.NotFound;
import io.crmkit.api.error.StaleVersion;
import io.crmkit.api.site.CloseSite;
import io.crmkit.api.site.CreateSite;
import io.crmkit.api.site.ReopenSite;
import io.crmkit.api.site.Site;
import io.crmkit.api.site.SiteAttributes;
import io.crmkit.api.site.SiteChanged;
import io.crmkit.api.site.SiteCreated;
import io.crmkit.api.site.SiteReason;
import io.crmkit.api.site.SiteStatus;
import io.crmkit.api.site.Sites;
import io.crmkit.api.site.UpdateSite;
import io.crmkit.api.value.EntityRef;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.Race;
import io.crmkit.testkit.TestCrm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;

/** The places at which customers have their units, on every storage. */
class SitesContractTest {

  @OnEveryStorage
  void a_site_has_a_name_an_address_and_a_zone(TestCrm crm) {
    CustomerId acme = customer(crm);
    Sites sites = crm.get(Sites.class);
    PostalAddress address =
        new PostalAddress("Line Road 1\nGate 3", "Kiritimati", null, "KI", "KI");

    Site created =
        sites.create(CreateSite.of(acme, " Plant 2 ").withAddress(address).withZone(FAR_EAST));
    Site updated = sites.update(UpdateSite.of(created).withName("Plant II").withZone(null));

    assertThat(created.name()).isEqualTo("Plant 2");
    assertThat(created.address()).isEqualTo(address);
    assertThat(created.zone()).isEqualTo(FAR_EAST);
    assertThat(created.open()).isTrue();
    assertThat(updated).isEqualTo(created.withVersion(2).withName("Plant II").withZone(null));
    assertThat(sites.get(created.id())).isEqualTo(updated);
    assertThat(sites.search(Query.where(SiteAttributes.CITY.eq("Kiritimati"))).items())
        .containsExactly(updated);
    assertThat(crm.events(SiteCreated.class)).containsExactly(new SiteCreated(created.id(), acme));
    assertThat(crm.events(SiteChanged.class))
        .containsExactly(new SiteChanged(created.id(), acme, SiteStatus.OPEN, SiteStatus.OPEN));
  }

  @OnEveryStorage
  void an_update_that_changes_nothing_leaves_the_version(TestCrm crm) {
    Site plant = site(crm, customer(crm), "Plant");

    Site same = crm.get(Sites.class).update(UpdateSite.of(plant));

    assertThat(same).isEqualTo(plant);
    assertThat(crm.events(SiteChanged.class)).isEmpty();
  }

  @OnEveryStorage
  void what_is_malformed_is_named(TestCrm crm) {
    CreateSite malformed =
        CreateSite.of(customer(crm), " ")
            .withAddress(PostalAddress.empty().withCity("a\tb").withCountry("Kiribati"));

    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> crm.get(Sites.class).create(malformed))
        .satisfies(
            e ->
                assertThat(e.faults())
                    .extracting(fault -> fault.path())
                    .containsExactly("name", "address.city", "address.country"));
  }

  @OnEveryStorage
  void an_address_of_which_nothing_is_filled_in_is_none(TestCrm crm) {
    Site plant =
        crm.get(Sites.class)
            .create(CreateSite.of(customer(crm), "Plant").withAddress(PostalAddress.empty()));

    assertThat(plant.address()).isNull();
  }

  @OnEveryStorage
  void a_customers_sites_are_listed_by_name_closed_ones_too(TestCrm crm) {
    CustomerId acme = customer(crm);
    Site second = site(crm, acme, "Plant 2");
    Site first = site(crm, acme, "Plant 1");
    site(crm, customer(crm), "Plant 3");
    Site closed = crm.get(Sites.class).close(CloseSite.of(second));

    assertThat(crm.get(Sites.class).ofCustomer(acme)).containsExactly(first, closed);
  }

  @OnEveryStorage
  void a_site_is_closed_once_nothing_stands_there_and_opened_again(TestCrm crm) {
    CustomerId acme = customer(crm);
    Site plant = site(crm, acme, "Plant");
    Asset press = machine(crm, acme, plant);
    Sites sites = crm.get(Sites.class);

    assertThat(reasons(() -> sites.close(CloseSite.of(plant))))
        .containsExactly(SiteReason.UNITS_STILL_THERE);
    crm.get(Assets.class).takeStep(TakeStep.of(press, AssetStep.RETIRE));
    crm.clock().advance(Duration.ofDays(1));
    Instant then = crm.clock().instant();
    Site closed = sites.close(CloseSite.of(plant));

    assertThat(closed.status()).isEqualTo(SiteStatus.CLOSED);
    assertThat(closed.since()).isEqualTo(then);
    assertThat(reasons(() -> sites.close(CloseSite.of(closed))))
        .containsExactly(SiteReason.SITE_CLOSED);
    Site open = sites.reopen(ReopenSite.of(closed));
    assertThat(open.open()).isTrue();
    assertThat(reasons(() -> sites.reopen(ReopenSite.of(open))))
        .containsExactly(SiteReason.SITE_OPEN);
    assertThatExceptionOfType(StaleVersion.class)
        .isThrownBy(() -> sites.close(CloseSite.of(closed)));
    assertThat(crm.events(SiteChanged.class))
        .containsExactly(
            new SiteChanged(plant.id(), acme, SiteStatus.OPEN, SiteStatus.CLOSED),
            new SiteChanged(plant.id(), acme, SiteStatus.CLOSED, SiteStatus.OPEN));
  }

  @OnEveryStorage
  void no_unit_is_left_at_a_site_that_is_closed_at_the_same_moment(TestCrm crm) {
    CustomerId acme = customer(crm);
    for (int i = 0; i < 5; i++) {
      Site plant = site(crm, acme, "Plant " + i);
      Asset press = machine(crm, acme, (Site) null);

      Race.between(
          List.<Callable<Object>>of(
              () -> crm.get(Sites.class).close(CloseSite.of(plant)),
              () -> move(crm, press, at(plant))));

      boolean closed = !crm.get(Sites.class).get(plant.id()).open();
      boolean there = SiteLab.now(crm, press).placement().siteId() != null;
      assertThat(closed).isNotEqualTo(there);
    }
  }

  @OnEveryStorage
  void who_may_not_see_the_customer_sees_none_of_its_sites(TestCrm crm) {
    CustomerId acme = customer(crm);
    CustomerId borg = customer(crm);
    Site own = site(crm, borg, "Borg's");
    Site foreign = site(crm, acme, "Acme's");
    crm.policy(
        request ->
            request.entity() == Customer.class
                ? Access.only(CustomerAttributes.ID.eq(borg))
                : Access.allow());
    CrmSession portal = crm.session("portal");
    Sites sites = portal.get(Sites.class);

    assertThat(sites.search(Query.<Site>everything()).items()).containsExactly(own);
    assertThat(sites.ofCustomer(borg)).containsExactly(own);
    for (Runnable hidden :
        List.<Runnable>of(
            () -> sites.get(foreign.id()),
            () -> sites.ofCustomer(acme),
            () -> sites.create(CreateSite.of(acme, "Another")),
            () -> sites.close(CloseSite.of(foreign)),
            () -> portal.get(Assets.class).atSite(foreign.id(), null, 10))) {
      assertThatExceptionOfType(NotFound.class).isThrownBy(hidden::run);
    }
  }

  @OnEveryStorage
  void a_site_has_an_environment_that_is_its_customers(TestCrm crm) {
    CustomerId acme = customer(crm);
    EntityRef site = EntityRef.of(Sites.ENTITY, site(crm, acme, "Plant").id());
    EnvironmentItem ring =
        EnvironmentItem.versioned(EnvironmentCategory.SOFTWARE, "Ring control", "2");

    EnvironmentSnapshot snapshot =
        crm.get(Environments.class).record(RecordSnapshot.complete(site, List.of(ring)));

    assertThat(snapshot.subject()).isEqualTo(new EnvironmentSubject(site, null, acme));
    assertThat(crm.get(Environments.class).items(snapshot.id())).containsExactly(ring);
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(
            () ->
                crm.otherTenant()
                    .get(Environments.class)
                    .record(RecordSnapshot.complete(site, List.of(ring))));
  }
}
