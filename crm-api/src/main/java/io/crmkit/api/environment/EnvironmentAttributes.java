package io.crmkit.api.environment;

import io.crmkit.api.asset.AssetId;
import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.customer.CustomerId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** By what environments can be searched and sorted. */
public final class EnvironmentAttributes {

  /** Whose environment: the id within its {@code EntityRef}. */
  public static final Attribute<EnvironmentSnapshot, UUID> SNAPSHOT_SUBJECT =
      Attribute.of(EnvironmentSnapshot.class, "subject.ref.id", UUID.class);

  public static final Attribute<EnvironmentSnapshot, AssetId> SNAPSHOT_ASSET =
      Attribute.of(EnvironmentSnapshot.class, "subject.asset", AssetId.class);
  public static final Attribute<EnvironmentSnapshot, CustomerId> SNAPSHOT_CUSTOMER =
      Attribute.of(EnvironmentSnapshot.class, "subject.customer", CustomerId.class);
  public static final Attribute<EnvironmentSnapshot, Instant> TAKEN_AT =
      Attribute.of(EnvironmentSnapshot.class, "time.at", Instant.class);

  /** Whose environment: the id within its {@code EntityRef}. */
  public static final Attribute<EnvironmentChange, UUID> CHANGE_SUBJECT =
      Attribute.of(EnvironmentChange.class, "subject.ref.id", UUID.class);

  public static final Attribute<EnvironmentChange, AssetId> CHANGE_ASSET =
      Attribute.of(EnvironmentChange.class, "subject.asset", AssetId.class);
  public static final Attribute<EnvironmentChange, CustomerId> CHANGE_CUSTOMER =
      Attribute.of(EnvironmentChange.class, "subject.customer", CustomerId.class);
  public static final Attribute<EnvironmentChange, EnvironmentCategory> CHANGE_CATEGORY =
      Attribute.of(EnvironmentChange.class, "category", EnvironmentCategory.class);
  public static final Attribute<EnvironmentChange, String> CHANGE_KEY =
      Attribute.of(EnvironmentChange.class, "itemKey", String.class);
  public static final Attribute<EnvironmentChange, Instant> CHANGED_AT =
      Attribute.of(EnvironmentChange.class, "time.at", Instant.class);

  /** Whose environment: the id within its {@code EntityRef}. */
  public static final Attribute<PresentItem, UUID> ITEM_SUBJECT =
      Attribute.of(PresentItem.class, "subject.ref.id", UUID.class);

  public static final Attribute<PresentItem, AssetId> ITEM_ASSET =
      Attribute.of(PresentItem.class, "subject.asset", AssetId.class);
  public static final Attribute<PresentItem, CustomerId> ITEM_CUSTOMER =
      Attribute.of(PresentItem.class, "subject.customer", CustomerId.class);
  public static final Attribute<PresentItem, EnvironmentCategory> ITEM_CATEGORY =
      Attribute.of(PresentItem.class, "category", EnvironmentCategory.class);
  public static final Attribute<PresentItem, String> ITEM_KEY =
      Attribute.of(PresentItem.class, "itemKey", String.class);

  /** The version in the form in which texts sort as versions do, see {@link VersionOrder#key}. */
  public static final Attribute<PresentItem, String> ITEM_VERSION_KEY =
      Attribute.of(PresentItem.class, "version_key", String.class);

  /** Items of this name, wherever they are. */
  public static Criteria<PresentItem> item(EnvironmentCategory category, String key) {
    return ITEM_CATEGORY.eq(category).and(ITEM_KEY.eq(key));
  }

  /**
   * Items of this name in an older version, wherever they are: a recall. Versions that follow no
   * known order are not among them.
   *
   * @throws IllegalArgumentException if the version given follows no known order
   */
  public static Criteria<PresentItem> olderThan(
      EnvironmentCategory category, String key, String version) {
    Optional<String> bound = VersionOrder.key(version);
    return item(category, key)
        .and(
            ITEM_VERSION_KEY.lessThan(
                bound.orElseThrow(
                    () -> new IllegalArgumentException("no version in order: " + version))));
  }

  private EnvironmentAttributes() {}
}
