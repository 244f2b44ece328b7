package io.crmkit.service.contract;

import io.crmkit.api.asset.AssetId;
import io.crmkit.api.service.contract.ServiceContract;
import io.crmkit.api.service.contract.ServiceContractId;
import io.crmkit.api.service.sla.ServiceLevelId;
import io.crmkit.api.site.SiteId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the rules of a contract need to know of the rest of the world. */
final class ContractFacts {

  private ContractFacts() {}

  /**
   * For a contract that is about to be made.
   *
   * @param id the id it will have
   * @param number the number it will have
   * @param parent the parent agreement, or null if none is named or there is none
   * @param known what exists of what it names
   */
  record Making(
      ServiceContractId id, String number, @Nullable ServiceContract parent, Known known) {}

  /**
   * What exists of what a contract names.
   *
   * @param levels the service levels that exist
   * @param missingUnits the units that do not, as far as the caller may see
   * @param missingSites the sites that do not, as far as the caller may see
   * @param strangeSites the sites that are other customers'
   */
  record Known(
      Set<ServiceLevelId> levels,
      Set<AssetId> missingUnits,
      Set<SiteId> missingSites,
      Set<SiteId> strangeSites) {

    Known {
      levels = Set.copyOf(levels);
      missingUnits = Set.copyOf(missingUnits);
      missingSites = Set.copyOf(missingSites);
      strangeSites = Set.copyOf(strangeSites);
    }
  }
}
