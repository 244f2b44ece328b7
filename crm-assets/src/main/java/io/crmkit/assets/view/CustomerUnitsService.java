package io.crmkit.assets.view;

import static io.crmkit.assets.asset.AssetEntities.ASSETS;
import static io.crmkit.assets.entitlement.EntitlementEntities.ENTITLEMENTS;
import static io.crmkit.assets.warranty.WarrantyEntities.WARRANTIES;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetAttributes;
import io.crmkit.api.asset.AssetId;
import io.crmkit.api.asset.AssetNumbers;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.Assets;
import io.crmkit.api.asset.Warranties;
import io.crmkit.api.asset.Warranty;
import io.crmkit.api.criteria.Criteria;
import io.crmkit.api.criteria.Query;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.entitlement.EntitlementAttributes;
import io.crmkit.api.entitlement.Entitlements;
import io.crmkit.api.field.CustomFields;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Label;
import io.crmkit.api.view.TimelineEntry;
import io.crmkit.api.view.TimelineSource;
import io.crmkit.api.view.ViewSection;
import io.crmkit.assets.asset.UnitsOf;
import io.crmkit.core.spi.work.ReadTx;
import io.crmkit.core.spi.work.Work;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what the module tells of a customer. */
public final class CustomerUnitsService implements CustomerUnits {

  private static final String MODULE = "assets";
  private static final int LINES = 50;
  private static final int UNITS_IN_DOCUMENTS = 1_000;
  private static final List<AssetStatus> INSTALLED_BASE =
      Arrays.stream(AssetStatus.values()).filter(AssetStatus::inInstalledBase).toList();

  private final Work work;

  @Inject
  public CustomerUnitsService(Work work) {
    this.work = work;
  }

  @Override
  public List<TimelineEntry> timeline(TimelineSource.Span span) {
    return work.read(tx -> new TimelineReading(tx, span).entries());
  }

  @Override
  public List<ViewSection> sections(CustomerId customer) {
    return work.read(
        tx -> {
          List<ViewSection> sections = new ArrayList<>();
          sections.add(
              new ViewSection(
                  MODULE,
                  "installed-base",
                  new Label("Installed base", "已装机设备"),
                  standing(tx, customer, INSTALLED_BASE)));
          sections.add(
              new ViewSection(
                  MODULE,
                  "assets-under-cover",
                  new Label("Under warranty today", "今日在保设备"),
                  underCover(tx, customer)));
          sections.add(
              new ViewSection(
                  MODULE,
                  "promised-units",
                  new Label("Promised, title not passed", "预登记设备（所有权未转移）"),
                  standing(tx, customer, List.of(AssetStatus.PROVISIONAL))));
          return List.copyOf(sections);
        });
  }

  /** Units that are part of no other; what is within them is seen by opening them. */
  private static List<ViewSection.Line> standing(
      ReadTx tx, CustomerId customer, List<AssetStatus> statuses) {
    Criteria<Asset> where =
        Criteria.and(
            AssetAttributes.CUSTOMER.eq(customer),
            AssetAttributes.STATUS.in(statuses),
            AssetAttributes.PARENT.absent());
    return tx.store(ASSETS).list(Query.where(where).limit(LINES)).stream()
        .map(
            asset ->
                new ViewSection.Line(
                    EntityRef.of(Assets.ENTITY, asset.id()),
                    AssetWords.became(1, asset.label(), asset.life().status().label())))
        .toList();
  }

  private static List<ViewSection.Line> underCover(ReadTx tx, CustomerId customer) {
    LocalDate tomorrow = tx.today().plusDays(1);
    Criteria<Warranty> where =
        Criteria.and(
            Criteria.ref(
                AssetAttributes.WARRANTY_ASSET,
                Asset.class,
                AssetAttributes.CUSTOMER
                    .eq(customer)
                    .and(AssetAttributes.STATUS.in(INSTALLED_BASE))),
            AssetAttributes.WARRANTY_STARTS_ON.lessThan(tomorrow),
            AssetAttributes.WARRANTY_ENDS_ON.atLeast(tomorrow));
    List<Warranty> warranties =
        tx.store(WARRANTIES)
            .list(
                Query.where(where)
                    .orderBy(AssetAttributes.WARRANTY_ENDS_ON.ascending())
                    .limit(LINES));
    Map<AssetId, Asset> assets = new HashMap<>();
    tx.store(ASSETS)
        .findAll(warranties.stream().map(Warranty::asset).distinct().toList())
        .forEach(asset -> assets.put(asset.id(), asset));
    List<ViewSection.Line> lines = new ArrayList<>();
    for (Warranty warranty : warranties) {
      Asset asset = assets.get(warranty.asset());
      LocalDate end = warranty.cover().endsOn();
      if (asset != null && end != null) {
        lines.add(
            new ViewSection.Line(
                EntityRef.of(Warranties.ENTITY, warranty.id()),
                cover(asset, warranty, end.minusDays(1))));
      }
    }
    return lines;
  }

  private static Label cover(Asset asset, Warranty warranty, LocalDate lastDay) {
    String kind = warranty.terms().kind();
    return new Label(
        asset.label() + ": warranty \"" + kind + "\" until " + lastDay,
        asset.label() + "：" + kind + " 保修至 " + lastDay);
  }

  @Override
  public Map<String, Object> fields(EntityRef about) {
    return work.read(
        tx -> {
          Map<String, Object> fields = new LinkedHashMap<>();
          if (about.entity().equals(Assets.ENTITY)) {
            tx.store(ASSETS)
                .find(new AssetId(about.id()))
                .ifPresent(asset -> fields.put("asset", values(tx, asset)));
          } else {
            List<Map<String, Object>> units = units(tx, about);
            if (!units.isEmpty()) {
              fields.put("assets", units);
            }
          }
          return fields;
        });
  }

  private static List<Map<String, Object>> units(ReadTx tx, EntityRef about) {
    Criteria<Asset> ofCustomer =
        AssetAttributes.CUSTOMER
            .eq(new CustomerId(about.id()))
            .and(AssetAttributes.STATUS.in(INSTALLED_BASE));
    Criteria<Asset> ofSale =
        AssetAttributes.SALE
            .eq(about.id())
            .and(Criteria.not(AssetAttributes.STATUS.eq(AssetStatus.DISSOLVED)));
    return tx
        .store(ASSETS)
        .list(
            Query.where(Criteria.or(ofCustomer, ofSale))
                .orderBy(AssetAttributes.MODEL.ascending())
                .limit(UNITS_IN_DOCUMENTS))
        .stream()
        .map(asset -> values(tx, asset))
        .toList();
  }

  private static Map<String, Object> values(ReadTx tx, Asset asset) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("label", asset.label());
    values.put("model", asset.identity().model());
    values.put("status", asset.life().status().label());
    put(values, "maker", asset.identity().maker());
    put(values, "serialNumber", asset.identity().serialNumber());
    put(values, "sku", asset.sold() == null ? null : asset.sold().sku());
    put(values, "function", asset.placement().function());
    put(values, "slot", asset.placement().slot());
    put(values, "site", asset.placement().site());
    put(values, "shippedOn", asset.life().shippedOn());
    put(values, "installedOn", asset.life().installedOn());
    put(values, "firstUsedOn", asset.life().firstUsedOn());
    if (!asset.custom().isEmpty()) {
      values.put("custom", tx.session().get(CustomFields.class).shown(Asset.class, asset.custom()));
    }
    AssetNumbers numbers = asset.numbers();
    if (numbers != null) {
      put(values, "reference", numbers.reference());
      put(values, "ownNumber", numbers.own());
      put(values, "customersNumber", numbers.customers());
    }
    return values;
  }

  private static void put(Map<String, Object> values, String name, @Nullable Object value) {
    if (value != null) {
      values.put(name, value);
    }
  }

  @Override
  public Set<EntityRef> recordsOf(CustomerId customer) {
    return work.read(
        tx -> {
          Set<EntityRef> records = new HashSet<>();
          UnitsOf.ever(tx.tenantWide(), customer)
              .forEach(id -> records.add(EntityRef.of(Assets.ENTITY, id)));
          tx.tenantWide()
              .store(ENTITLEMENTS)
              .all(EntitlementAttributes.CUSTOMER.eq(customer))
              .forEach(e -> records.add(EntityRef.of(Entitlements.ENTITY, e.id())));
          return records;
        });
  }
}
