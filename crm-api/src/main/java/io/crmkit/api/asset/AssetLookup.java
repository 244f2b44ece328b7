package io.crmkit.api.asset;

import io.crmkit.api.criteria.Page;
import io.crmkit.api.customer.CustomerId;
import io.crmkit.api.module.ProvidedBy;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The little that other modules ask of the installed base. */
@ProvidedBy("io.crmkit:crm-assets")
public interface AssetLookup {

  /** Facts of a unit; empty if there is none that the caller may see. */
  Optional<AssetFacts> facts(AssetId id);

  /**
   * Facts of units of the installed base, in the order of their ids, at the cost of as many
   * statements however many they are. Provisional units are none of them.
   *
   * @param customer whose; null for everybody's
   * @param after where the page begins, as the one before it said; null for the first
   * @param limit how many at most, 1 to 500
   * @throws io.crmkit.api.error.InvalidInput if there cannot be so many, or the page does not
   *     belong to this question
   */
  Page<AssetFacts> installed(@Nullable CustomerId customer, @Nullable String after, int limit);

  /**
   * Which of these units, as far as the caller may see them, went from one of these customers to
   * another. A customer that has a unit now, or lends it to the one who has it, has not passed it
   * on.
   */
  List<AssetFacts.PassedOn> passedOn(Collection<AssetId> units, Collection<CustomerId> by);
}
