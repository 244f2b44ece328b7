package io.crmkit.api.asset;

import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.field.CustomValues;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A unit that a customer owns or uses: ours, a partner's or a third party's, sold or still only
 * promised. It is the present state as known now; what was true earlier, and what was known
 * earlier, {@link Assets#history} tells. A snapshot, immutable.
 *
 * @param id the unit; it keeps it wherever it goes
 * @param version rises with every change
 * @param customer who has it
 * @param identity what makes it this unit
 * @param numbers the labels people find it by; null if it has none
 * @param life where it is in its life
 * @param placement where it is in the structure
 * @param sold the state of the catalogue it was sold under; null if the catalogue does not know it
 * @param source the sale it comes from; null if it was registered by hand
 * @param succession which unit it replaced, and which replaced it; null if neither
 * @param parties who else is what to it; null if nobody is
 * @param loan that it is lent to the customer; null if it is not
 * @param specification its features, as sold
 * @param custom the values of its custom fields
 */
@RecordBuilder
public record Asset(
    AssetId id,
    long version,
    CustomerId customer,
    AssetIdentity identity,
    @Nullable AssetNumbers numbers,
    AssetLife life,
    Placement placement,
    @Nullable AsSold sold,
    @Nullable SourceLine source,
    @Nullable Succession succession,
    @Nullable AssetParties parties,
    @Nullable Loan loan,
    Map<String, String> specification,
    CustomValues custom)
    implements AssetBuilder.With {

  public Asset {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(identity, "identity");
    Objects.requireNonNull(life, "life");
    Objects.requireNonNull(placement, "placement");
    specification = Collections.unmodifiableMap(new LinkedHashMap<>(specification));
    Objects.requireNonNull(custom, "custom");
  }

  /** How people name the unit: model and serial number. */
  public String label() {
    return identity.serialNumber() == null
        ? identity.model()
        : identity.model() + " (" + identity.serialNumber() + ")";
  }

  /** Whether title has not passed yet. */
  public boolean provisional() {
    return life.status() == AssetStatus.PROVISIONAL;
  }
}
