package io.crmkit.service.contract;

import static io.crmkit.service.common.DocumentFields.put;

import io.crmkit.api.CrmSession;
import io.crmkit.api.document.MergeFieldSource;
import io.crmkit.api.service.contract.CoverageItem;
import io.crmkit.api.service.contract.ServiceContract;
import io.crmkit.api.service.contract.ServiceContractId;
import io.crmkit.api.service.contract.ServiceContracts;
import io.crmkit.api.service.sla.ServiceLevel;
import io.crmkit.api.service.sla.ServiceLevelId;
import io.crmkit.api.service.sla.SlaTarget;
import io.crmkit.api.value.EntityRef;
import io.crmkit.api.value.Label;
import io.crmkit.service.common.DocumentFields;
import io.crmkit.service.sla.PromiseWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What documents about a service contract can say: {@code contract.*} with what it covers and what
 * is promised, and {@code customer.*}.
 */
final class ContractMergeFields implements MergeFieldSource {

  private static final Comparator<SlaTarget> BY_PRIORITY =
      Comparator.comparing(SlaTarget::priority).thenComparing(SlaTarget::clock);

  @Override
  public Map<String, Object> fields(CrmSession session, EntityRef about) {
    return about.entity().equals(ServiceContract.ENTITY)
        ? contract(session, new ServiceContractId(about.id()))
            .map(contract -> fields(session, contract))
            .orElse(Map.of())
        : Map.of();
  }

  private static Optional<ServiceContract> contract(
      CrmSession session, @Nullable ServiceContractId id) {
    return id == null
        ? Optional.empty()
        : DocumentFields.seen(() -> session.get(ServiceContracts.class).get(id));
  }

  private static Map<String, Object> fields(CrmSession session, ServiceContract contract) {
    DocumentFields known = new DocumentFields(session);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("number", contract.number());
    values.put("status", contract.status().label());
    values.put("start", contract.terms().start());
    // People name the last day of a term, not the day after it.
    values.put("lastDay", contract.terms().end().minusDays(1));
    put(values, "price", contract.terms().price());
    known.level(contract.terms().level()).ifPresent(level -> values.put("level", level.name()));
    contract(session, contract.links().parent())
        .ifPresent(parent -> values.put("parent", parent.number()));
    contract(session, contract.links().predecessor())
        .ifPresent(before -> values.put("renews", before.number()));
    values.put("coverage", contract.coverage().stream().map(item -> item(known, item)).toList());
    values.put("promises", promises(known, contract));
    values.put("custom", known.custom(ServiceContract.class, contract.custom()));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("contract", values);
    known.customer(contract.customer()).ifPresent(c -> fields.put("customer", c));
    return fields;
  }

  private static Map<String, Object> item(DocumentFields known, CoverageItem item) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("scope", scope(item.scope()));
    known.unit(item.asset()).ifPresent(unit -> values.put("asset", unit));
    known.product(item.product()).ifPresent(product -> values.put("product", product));
    put(values, "site", item.site());
    known.site(item.siteId()).ifPresent(name -> values.put("site", name));
    known.level(item.level()).ifPresent(level -> values.put("level", level.name()));
    put(values, "price", item.price());
    return values;
  }

  private static Label scope(CoverageItem.Scope scope) {
    return switch (scope) {
      case ASSET -> new Label("one unit", "单台设备");
      case ASSET_AND_BELOW -> new Label("one unit with its parts", "单台设备及其部件");
      case PRODUCT -> new Label("all units of a product", "某产品的全部设备");
      case SITE -> new Label("all units at a site", "某站点的全部设备");
      case CUSTOMER -> new Label("all that the customer has", "该客户的全部");
    };
  }

  /** Of the contract's own level first, then of those that single things have. */
  private static List<Map<String, Object>> promises(
      DocumentFields known, ServiceContract contract) {
    Set<ServiceLevelId> levels = new LinkedHashSet<>(List.of(contract.terms().level()));
    for (CoverageItem item : contract.coverage()) {
      if (item.level() != null) {
        levels.add(item.level());
      }
    }
    List<Map<String, Object>> promises = new ArrayList<>();
    for (ServiceLevelId id : levels) {
      known.level(id).ifPresent(level -> promises.addAll(promises(level)));
    }
    return promises;
  }

  private static List<Map<String, Object>> promises(ServiceLevel level) {
    List<Map<String, Object>> promises = new ArrayList<>();
    for (SlaTarget target : level.terms().targets().stream().sorted(BY_PRIORITY).toList()) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("level", level.name());
      values.put("priority", target.priority().label());
      values.putAll(PromiseWords.of(target));
      promises.add(values);
    }
    return promises;
  }
}
