package io.crmkit.service.common;

import io.crmkit.api.CrmSession;
import io.crmkit.api.asset.AssetFacts;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetLookup;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.customer.view.CustomerViews;
import io.crmkit.api.error.AccessDenied;
import io.crmkit.api.error.NotFound;
import io.crmkit.api.field.CustomFields;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.product.ProductId;
import io.crmkit.api.product.Products;
import io.crmkit.api.service.sla.ServiceLevel;
import io.crmkit.api.service.sla.ServiceLevelId;
import io.crmkit.api.service.sla.ServiceLevels;
import io.crmkit.api.site.Site;
import io.crmkit.api.site.SiteId;
import io.crmkit.api.site.Sites;
import io.crmkit.api.value.Label;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a document about one record is told of others. What is not known, what the caller may not
 * see, and what belongs to a module that is not there, is left out. For one document; looks each
 * thing up once.
 */
public final class DocumentFields {

  private final CrmSession session;
  private final Map<AssetId, Optional<String>> units = new HashMap<>();
  private final Map<ProductId, Optional<Label>> products = new HashMap<>();
  private final Map<ServiceLevelId, Optional<ServiceLevel>> levels = new HashMap<>();

  public DocumentFields(CrmSession session) {
    this.session = session;
  }

  /** What is read, unless it is not there for the caller. */
  public static <T> Optional<T> seen(Supplier<T> read) {
    try {
      return Optional.of(read.get());
    } catch (NotFound | AccessDenied hidden) {
      return Optional.empty();
    }
  }

  public static void put(Map<String, Object> fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value);
    }
  }

  /**
   * A moment, and beside it the time of day: documents show moments as dates, which is too little
   * for promises of hours.
   */
  public void putMoment(Map<String, Object> fields, String name, @Nullable Instant moment) {
    if (moment != null) {
      fields.put(name, moment);
      ZonedDateTime local = moment.atZone(session.profile().zone());
      LocalTime time = local.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
      fields.put(name + "Time", time.toString());
    }
  }

  /** What merge fields below {@code customer} say. */
  public Optional<Map<String, Object>> customer(CustomerId id) {
    return session.find(CustomerViews.class).flatMap(views -> seen(() -> views.mergeFields(id)));
  }

  /** How people name the unit. */
  public Optional<String> unit(@Nullable AssetId id) {
    return id == null
        ? Optional.empty()
        : units.computeIfAbsent(
            id,
            unit ->
                session
                    .find(AssetLookup.class)
                    .flatMap(lookup -> seen(() -> lookup.facts(unit)))
                    .flatMap(facts -> facts.map(AssetFacts::label)));
  }

  /** What people call the site. */
  public Optional<String> site(@Nullable SiteId id) {
    return id == null
        ? Optional.empty()
        : session.find(Sites.class).flatMap(sites -> seen(() -> sites.get(id))).map(Site::name);
  }

  /** What people call the product. */
  public Optional<Label> product(@Nullable ProductId id) {
    return id == null
        ? Optional.empty()
        : products.computeIfAbsent(
            id,
            product ->
                session
                    .find(Products.class)
                    .flatMap(catalogue -> seen(() -> catalogue.get(product).name())));
  }

  public Optional<ServiceLevel> level(@Nullable ServiceLevelId id) {
    return id == null
        ? Optional.empty()
        : levels.computeIfAbsent(
            id, level -> seen(() -> session.get(ServiceLevels.class).get(level)));
  }

  /** The values of custom fields, for people. */
  public Map<String, Object> custom(Class<?> entity, CustomValues values) {
    return session.get(CustomFields.class).shown(entity, values);
  }
}
