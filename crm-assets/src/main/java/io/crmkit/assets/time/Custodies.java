package io.crmkit.assets.time;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetFact;
import io.crmkit.api.asset.AssetHistory;
import io.crmkit.api.asset.AssetParty;
import io.crmkit.api.asset.Custody;
import io.crmkit.api.customer.CustomerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes the times during which a customer had a unit of what is known of it. Pure. */
final class Custodies {

  /** By everything that is known. */
  private static final Instant BY_NOW = Instant.MAX;

  private Custodies() {}

  static List<Custody> of(Asset asset, AssetHistory history, CustomerId customer) {
    List<Custody> found = new ArrayList<>();
    @Nullable Instant since = null;
    for (Instant moment : changes(history)) {
      boolean has =
          history.holder(moment, BY_NOW).filter(customer::equals).isPresent()
              && history.status(moment, BY_NOW).filter(s -> s.inInstalledBase()).isPresent();
      if (has && since == null) {
        since = moment;
      } else if (!has && since != null) {
        found.add(custody(asset, history, since, moment));
        since = null;
      }
    }
    if (since != null) {
      found.add(custody(asset, history, since, null));
    }
    return found;
  }

  /** The moments at which something may have become different. */
  private static TreeSet<Instant> changes(AssetHistory history) {
    TreeSet<Instant> moments = new TreeSet<>();
    for (AssetFact fact : history.statuses()) {
      moments.add(fact.time().validFrom());
      Instant to = fact.time().validTo();
      if (to != null) {
        moments.add(to);
      }
    }
    return moments;
  }

  private static Custody custody(
      Asset asset, AssetHistory history, Instant from, @Nullable Instant to) {
    CustomerId owner = history.parties(from, BY_NOW).get(AssetParty.OWNER);
    CustomerId holder = history.holder(from, BY_NOW).orElse(asset.customer());
    return new Custody(
        asset.id(),
        asset.label(),
        holder.equals(owner) ? AssetParty.OWNER : AssetParty.USER,
        from,
        to);
  }
}
