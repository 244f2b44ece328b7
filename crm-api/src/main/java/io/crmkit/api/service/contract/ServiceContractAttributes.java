package io.crmkit.api.service.contract;

import io.crmkit.api.asset.AssetId;
import io.crmkit.api.criteria.Attribute;
import io.crmkit.api.criteria.Parts;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.site.SiteId;
import java.time.LocalDate;

/** The properties by which service contracts are searched and sorted. */
public final class ServiceContractAttributes {

  public static final Attribute<ServiceContract, String> NUMBER =
      Attribute.of(ServiceContract.class, "number", String.class);
  public static final Attribute<ServiceContract, CustomerId> CUSTOMER =
      Attribute.of(ServiceContract.class, "customer", CustomerId.class);
  public static final Attribute<ServiceContract, ContractStatus> STATUS =
      Attribute.of(ServiceContract.class, "status", ContractStatus.class);
  public static final Attribute<ServiceContract, LocalDate> START =
      Attribute.of(ServiceContract.class, "terms.start", LocalDate.class);
  public static final Attribute<ServiceContract, LocalDate> END =
      Attribute.of(ServiceContract.class, "terms.end", LocalDate.class);
  public static final Attribute<ServiceContract, ServiceContractId> PARENT =
      Attribute.of(ServiceContract.class, "links.parent", ServiceContractId.class);
  public static final Attribute<ServiceContract, ServiceContractId> PREDECESSOR =
      Attribute.of(ServiceContract.class, "links.predecessor", ServiceContractId.class);
  public static final Parts<ServiceContract, CoverageItem> COVERAGE =
      new Parts<>(ServiceContract.class, "coverage", CoverageItem.class);

  /** The unit that an item of the coverage names; for use within {@link #COVERAGE}. */
  public static final Attribute<CoverageItem, AssetId> COVERED_ASSET =
      Attribute.of(CoverageItem.class, "asset", AssetId.class);

  /** The site that an item of the coverage names; for use within {@link #COVERAGE}. */
  public static final Attribute<CoverageItem, SiteId> COVERED_SITE =
      Attribute.of(CoverageItem.class, "siteId", SiteId.class);

  private ServiceContractAttributes() {}
}
