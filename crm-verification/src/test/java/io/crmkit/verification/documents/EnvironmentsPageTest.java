package io.crmkit.verification.documents;

import static io.crmkit.api.environment.EnvironmentCategory.OPERATING_SYSTEM;
import static io.crmkit.api.environment.EnvironmentCategory.SETTINGS;
import static io.crmkit.api.environment.EnvironmentCategory.SOFTWARE;
import static org.assertj.core.api.Assertions.assertThat;

import io.crmkit.api.CrmSession;
import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetIdentity;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.RegisterAsset;
import io.crmkit.api.criteria.Page;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.CustomerName;
import io.crmkit.api.customer.Customers;
import io.crmkit.api.customer.RegisterCustomer;
import io.crmkit.api.environment.ChangesSince;
import io.crmkit.api.environment.EnvironmentAttributes;
import io.crmkit.api.environment.EnvironmentDiff;
import io.crmkit.api.environment.EnvironmentDifference.VersionStep;
import io.crmkit.api.environment.EnvironmentHistory;
import io.crmkit.api.environment.EnvironmentItem;
import io.crmkit.api.environment.EnvironmentPoint;
import io.crmkit.api.environment.Environments;
import io.crmkit.api.environment.PresentItem;
import io.crmkit.api.environment.RecordEnvironmentChange;
import io.crmkit.api.environment.RecordSnapshot;
import io.crmkit.api.value.EntityRef;
import io.crmkit.testkit.OnEveryStorage;
import io.crmkit.testkit.TestCrm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Runs the examples of docs/assets.md that are about runtime environments. */
class EnvironmentsPageTest {

  private static EntityRef server(CrmSession session, CustomerId customer) {
    Asset server =
        session
            .get(Assets.class)
            .register(RegisterAsset.thirdParty(customer, AssetIdentity.ofModel("Maker", "Server")));
    return EntityRef.of(Assets.ENTITY, server.id());
  }

  @OnEveryStorage
  void whatChangedSinceItLastWorkedIsFound(TestCrm crm) {
    CrmSession session = crm.session();
    CustomerId customer =
        session
            .get(Customers.class)
            .register(RegisterCustomer.organization(CustomerName.of("Riverside Press")))
            .id();
    EntityRef server = server(session, customer);
    EntityRef twin = server(session, customer);
    Instant itWorked = crm.clock().instant();

    // begin docs/assets.md
    Environments environments = session.get(Environments.class);
    environments.record(
        RecordSnapshot.complete(
            server,
            List.of(
                EnvironmentItem.versioned(OPERATING_SYSTEM, "kernel", "5.9"),
                EnvironmentItem.versioned(SOFTWARE, "ERP client", "1.9"),
                EnvironmentItem.of(SETTINGS, "decimal separator", ","))));
    // end docs/assets.md
    environments.record(
        RecordSnapshot.partial(
            twin,
            Set.of(SOFTWARE),
            List.of(EnvironmentItem.versioned(SOFTWARE, "ERP client", "1.9"))));

    Instant tuesday = crm.clock().advance(Duration.ofDays(1));
    Instant now = crm.clock().advance(Duration.ofDays(1));
    // begin docs/assets.md
    session // said today
        .occurredAt(tuesday)
        .get(Environments.class)
        .recordChange(
            RecordEnvironmentChange.updated(
                server, EnvironmentItem.versioned(SOFTWARE, "ERP client", "1.10")));
    EnvironmentHistory history = environments.changesSince(ChangesSince.of(server, itWorked));
    assertThat(history.happenings()).hasSize(1); // at what time, recorded when and by whom

    EnvironmentDiff diff =
        environments.compare(EnvironmentPoint.of(twin, now), EnvironmentPoint.of(server, now));
    assertThat(diff.differences().get(0).versionStep()).isEqualTo(VersionStep.UP); // 1.10 > 1.9

    Page<PresentItem> recall =
        environments.search(
            Query.where(EnvironmentAttributes.olderThan(SOFTWARE, "ERP client", "1.10")));
    assertThat(recall.items()).hasSize(1); // the twin
    // end docs/assets.md
    assertThat(recall.items().get(0).subject().ref()).isEqualTo(twin);
    assertThat(history.happenings().get(0).time().at()).isEqualTo(tuesday);
    assertThat(diff.incomplete()).contains(SETTINGS);
  }
}
