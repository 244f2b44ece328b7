package io.crmkit.assets.environment;

import static io.crmkit.api.environment.EnvironmentCategory.SOFTWARE;
import static io.crmkit.assets.environment.EnvironmentSamples.software;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crmkit.api.CrmSession;
import io.crmkit.api.access.Access;
import io.crmkit.api.access.AccessRequest.Operation;
import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.audit.AuditLog;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerAttributes;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.environment.ChangesSince;
import io.crmkit.api.environment.EnvironmentChange;
import io.crmkit.api.environment.EnvironmentPoint;
import io.crmkit.api.environment.EnvironmentSnapshot;
import io.crmkit.api.environment.EnvironmentSubject;
import io.crmkit.api.environment.Environments;
import io.crmkit.api.environment.PresentItem;
import io.crmkit.api.environment.RecordEnvironmentChange;
import io.crmkit.api.environment.RecordSnapshot;
import io.crmkit.api.error.AccessDenied;
import io.crmkit.api.error.NotFound;
import io.crmkit.api.value.EntityRef;
import io.crmkit.assets.Samples;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import io.crmkit.testkit.WithSetup;
import java.time.Instant;
import java.util.List;

/** An environment is for those to see who may see its unit, or its customer. */
@WithSetup(HostSites.class)
class EnvironmentAccessContractTest {

  /** A customer with a unit, each with a snapshot and a change. */
  private record Scene(
      CustomerId customer, EntityRef unit, EnvironmentSnapshot ofCustomer, EnvironmentSnapshot of) {

    static Scene in(TestCrm crm) {
      CustomerId customer = Samples.customer(crm);
      EntityRef company = EntityRef.of(Customer.ENTITY, customer);
      EntityRef unit = EnvironmentSamples.unit(crm, customer);
      Environments environments = crm.get(Environments.class);
      EnvironmentSnapshot ofCustomer =
          environments.record(RecordSnapshot.complete(company, List.of(software("AD", "1"))));
      EnvironmentSnapshot ofUnit =
          environments.record(RecordSnapshot.complete(unit, List.of(software("ERP", "1"))));
      for (EntityRef subject : List.of(company, unit)) {
        environments.recordChange(RecordEnvironmentChange.installed(subject, software("X", "1")));
      }
      return new Scene(customer, unit, ofCustomer, ofUnit);
    }

    EntityRef company() {
      return EntityRef.of(Customer.ENTITY, customer);
    }
  }

  private static void asserted(
      CrmSession session, List<EntityRef> visible, List<EntityRef> hidden) {
    Environments environments = session.get(Environments.class);
    assertThat(environments.snapshots(Query.<EnvironmentSnapshot>everything()).items())
        .extracting(snapshot -> snapshot.subject().ref())
        .containsExactlyInAnyOrderElementsOf(visible);
    assertThat(environments.changes(Query.<EnvironmentChange>everything()).items())
        .extracting(change -> change.subject().ref())
        .containsExactlyInAnyOrderElementsOf(visible);
    assertThat(environments.search(Query.<PresentItem>everything()).items())
        .extracting(item -> item.subject().ref())
        .allMatch(visible::contains)
        .hasSize(2 * visible.size());
    for (EntityRef ref : hidden) {
      EnvironmentPoint point = EnvironmentPoint.of(ref, Instant.EPOCH);
      for (Runnable call :
          List.<Runnable>of(
              () -> environments.at(point),
              () -> environments.compare(point, point),
              () -> environments.changesSince(ChangesSince.of(ref, Instant.EPOCH)),
              () -> environments.record(RecordSnapshot.complete(ref, List.of())),
              () ->
                  environments.recordChange(
                      RecordEnvironmentChange.removed(ref, SOFTWARE, "ERP")))) {
        assertThatExceptionOfType(NotFound.class).isThrownBy(call::run);
      }
    }
  }

  @OnEveryStorage
  void who_sees_one_customers_units_sees_their_environments_and_no_others(TestCrm crm) {
    Scene mine = Scene.in(crm);
    Scene theirs = Scene.in(crm);
    crm.policy(
        request ->
            !request.actor().id().equals("visitor")
                ? Access.allow()
                : request.entity() == Asset.class
                    ? Access.only(AssetAttributes.CUSTOMER.eq(mine.customer()))
                    : request.entity() == Customer.class
                        ? Access.only(CustomerAttributes.ID.eq(mine.customer()))
                        : Access.deny("not for visitors"));

    CrmSession visitor = crm.session("visitor");

    asserted(
        visitor, List.of(mine.company(), mine.unit()), List.of(theirs.company(), theirs.unit()));
    Environments environments = visitor.get(Environments.class);
    assertThat(environments.items(mine.of().id())).containsExactly(software("ERP", "1"));
    for (EnvironmentSnapshot hidden : List.of(theirs.of(), theirs.ofCustomer())) {
      assertThatExceptionOfType(NotFound.class).isThrownBy(() -> environments.items(hidden.id()));
      assertThatExceptionOfType(NotFound.class)
          .isThrownBy(() -> environments.compare(mine.of().id(), hidden.id()));
      EntityRef ref = EntityRef.of(Environments.SNAPSHOT, hidden.id());
      assertThatExceptionOfType(NotFound.class)
          .isThrownBy(() -> visitor.get(AuditLog.class).historyOf(ref));
    }
  }

  @OnEveryStorage
  void who_sees_no_units_sees_the_customers_environment_alone(TestCrm crm) {
    Scene scene = Scene.in(crm);
    crm.policy(
        request ->
            request.actor().id().equals("clerk") && request.entity() == Asset.class
                ? Access.deny("no units")
                : Access.allow());

    assertThat(
            crm.session("clerk")
                .get(Environments.class)
                .snapshots(Query.<EnvironmentSnapshot>everything())
                .items())
        .containsExactly(scene.ofCustomer());
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> crm.session("clerk").get(Environments.class).get(scene.of().id()));
  }

  @OnEveryStorage
  void who_may_see_neither_is_denied(TestCrm crm) {
    Scene.in(crm);
    crm.policy(
        request ->
            request.actor().id().equals("stranger") ? Access.deny("stranger") : Access.allow());

    assertThatExceptionOfType(AccessDenied.class)
        .isThrownBy(
            () ->
                crm.session("stranger")
                    .get(Environments.class)
                    .search(Query.<PresentItem>everything()));
  }

  @OnEveryStorage
  void who_may_not_change_a_unit_records_nothing_of_it(TestCrm crm) {
    Scene scene = Scene.in(crm);
    crm.policy(
        request ->
            request.actor().id().equals("reader")
                    && request.entity() == Asset.class
                    && request.operation() != Operation.READ
                ? Access.deny("reads only")
                : Access.allow());
    Environments reader = crm.session("reader").get(Environments.class);

    assertThatExceptionOfType(AccessDenied.class)
        .isThrownBy(() -> reader.record(RecordSnapshot.complete(scene.unit(), List.of())));
    assertThat(reader.record(RecordSnapshot.complete(scene.company(), List.of())).version())
        .isEqualTo(1);
  }

  @OnEveryStorage
  void nothing_is_seen_across_tenants(TestCrm crm) {
    Scene scene = Scene.in(crm);

    asserted(crm.otherTenant().session(), List.of(), List.of(scene.company(), scene.unit()));
  }

  // --- what other modules keep

  @OnEveryStorage
  void a_site_of_another_module_has_an_environment_that_is_its_customers(TestCrm crm) {
    CustomerId customer = Samples.customer(crm);
    EntityRef site = HostSites.site(crm, customer);
    Environments environments = crm.get(Environments.class);

    EnvironmentSnapshot snapshot =
        environments.record(RecordSnapshot.complete(site, List.of(software("PLC", "2"))));

    assertThat(snapshot.subject()).isEqualTo(new EnvironmentSubject(site, null, customer));
    assertThat(environments.at(EnvironmentPoint.of(site, crm.clock().instant())).items())
        .containsExactly(software("PLC", "2"));
    HostSites.close(crm, site);
    assertThatExceptionOfType(NotFound.class)
        .isThrownBy(() -> environments.items(snapshot.id()))
        .matches(e -> e.ref().equals(EntityRef.of(Environments.SNAPSHOT, snapshot.id())));
  }

  @OnEveryStorage
  void what_nobody_knows_has_no_environment(TestCrm crm) {
    EntityRef nothing = new EntityRef("host.site", crm.newId());

    asserted(crm.session(), List.of(), List.of(nothing));
  }
}
