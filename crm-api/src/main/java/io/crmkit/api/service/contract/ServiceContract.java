package io.crmkit.api.service.contract;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.field.CustomValues;
import io.crmkit.api.value.EntityRef;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Objects;

/**
 * A service contract (服务合约): what we have promised to look after, for how long, at which level.
 * Immutable.
 *
 * @param id the contract's id
 * @param version rises with every change
 * @param number what people call it, unique within the tenant
 * @param customer with whom it is made
 * @param status how it stands
 * @param terms how long, at which level and price
 * @param links parent agreement and the contract it renews
 * @param coverage what is covered, in the order it was written; never empty
 * @param custom the values of its custom fields
 */
@RecordBuilder
public record ServiceContract(
    ServiceContractId id,
    long version,
    String number,
    CustomerId customer,
    ContractStatus status,
    ContractTerms terms,
    ContractLinks links,
    List<CoverageItem> coverage,
    CustomValues custom)
    implements ServiceContractBuilder.With {

  /** The stable name of this entity in references. */
  public static final String ENTITY = "service.contract";

  public ServiceContract {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(terms, "terms");
    Objects.requireNonNull(links, "links");
    coverage = List.copyOf(coverage);
    Objects.requireNonNull(custom, "custom");
  }

  public EntityRef ref() {
    return EntityRef.of(ENTITY, id);
  }
}
