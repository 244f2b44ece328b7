package io.crmkit.assets.environment;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Parts;
import io.crmkit.api.customer.Customer;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.environment.EnvironmentAttributes;
import io.crmkit.api.environment.EnvironmentCategory;
import io.crmkit.api.environment.EnvironmentChange;
import io.crmkit.api.environment.EnvironmentChangeId;
import io.crmkit.api.environment.EnvironmentCoverage;
import io.crmkit.api.environment.EnvironmentSnapshot;
import io.crmkit.api.environment.EnvironmentSnapshotId;
import io.crmkit.api.environment.Environments;
import io.crmkit.api.environment.PresentItem;
import io.crmkit.api.environment.VersionOrder;
import io.crmkit.core.spi.storage.Entity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How environments are kept. */
public final class EnvironmentEntities {

  static final Attribute<EnvironmentSnapshot, EnvironmentSnapshotId> SNAPSHOT_ID =
      Attribute.of(EnvironmentSnapshot.class, "id", EnvironmentSnapshotId.class);
  static final Attribute<EnvironmentSnapshot, Instant> SNAPSHOT_RECORDED_AT =
      Attribute.of(EnvironmentSnapshot.class, "time.recordedAt", Instant.class);
  static final Parts<EnvironmentSnapshot, EnvironmentCoverage> COVERED =
      new Parts<>(EnvironmentSnapshot.class, "covered", EnvironmentCoverage.class);
  static final Attribute<EnvironmentCoverage, EnvironmentCategory> COVERED_CATEGORY =
      Attribute.of(EnvironmentCoverage.class, "category", EnvironmentCategory.class);
  static final Attribute<EnvironmentChange, EnvironmentChangeId> CHANGE_ID =
      Attribute.of(EnvironmentChange.class, "id", EnvironmentChangeId.class);
  static final Attribute<EnvironmentChange, Instant> CHANGE_RECORDED_AT =
      Attribute.of(EnvironmentChange.class, "time.recordedAt", Instant.class);

  static final Attribute<EnvironmentContent, EnvironmentContentId> CONTENT_ID =
      Attribute.of(EnvironmentContent.class, "id", EnvironmentContentId.class);
  static final Attribute<EnvironmentContent, CustomerId> CONTENT_CUSTOMER =
      Attribute.of(EnvironmentContent.class, "subject.customer", CustomerId.class);

  private static final Entity.Owner[] UNIT_OR_CUSTOMER = {
    new Entity.Owner("subject.asset", Asset.class),
    new Entity.Owner("subject.customer", Customer.class)
  };

  /** Of which customer records tell: two may turn out to be one. */
  private static final String[] CUSTOMER = {"subject.ref.id", "subject.customer"};

  public static final Entity<EnvironmentSnapshot> SNAPSHOTS =
      Entity.of(EnvironmentSnapshot.class, Environments.SNAPSHOT, "crm_environment_snapshot")
          .parts("covered", "crm_environment_coverage")
          .indexed("subject.ref.id", "subject.asset", "subject.customer")
          .mentionsPeopleIn("note")
          .appendOnly()
          .reassignable(CUSTOMER)
          .ownedByOneOf(UNIT_OR_CUSTOMER);

  public static final Entity<EnvironmentChange> CHANGES =
      Entity.of(EnvironmentChange.class, Environments.CHANGE, "crm_environment_change")
          .indexed("subject.ref.id", "subject.asset", "subject.customer", "itemKey")
          .mentionsPeopleIn("value.text", "note")
          .appendOnly()
          .reassignable(CUSTOMER)
          .ownedByOneOf(UNIT_OR_CUSTOMER);

  /** Unaudited: a snapshot's audit tells of it, and its entries are kept for good. */
  public static final Entity<EnvironmentContent> CONTENTS =
      Entity.of(EnvironmentContent.class, "assets.environment-content", "crm_environment_content")
          .parts("entries", "crm_environment_entry")
          .indexed("subject.asset", "subject.customer")
          .mentionsPeopleIn("entries.value.text")
          .appendOnly()
          .reassignable(CUSTOMER)
          .unaudited()
          .ownedByOneOf(UNIT_OR_CUSTOMER);

  /** Unaudited: a projection of snapshots and changes. */
  public static final Entity<PresentItem> ITEMS =
      Entity.of(PresentItem.class, Environments.ITEM, "crm_environment_item")
          .derived(EnvironmentAttributes.ITEM_VERSION_KEY, EnvironmentEntities::version, "value")
          .indexed("subject.ref.id", "subject.asset", "subject.customer", "itemKey")
          .mentionsPeopleIn("value.text")
          .unaudited()
          .ownedByOneOf(UNIT_OR_CUSTOMER);

  private EnvironmentEntities() {}

  private static @Nullable String version(PresentItem item) {
    String version = item.value().version();
    return version == null ? null : VersionOrder.key(version).orElse(null);
  }
}
