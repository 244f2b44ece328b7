package io.crmkit.assets.time;

import io.crmkit.api.asset.Asset;
import io.crmkit.api.asset.AssetFact;
import io.crmkit.api.asset.AssetHistory;
import io.crmkit.api.asset.AssetParty;
import io.crmkit.api.asset.AssetStatus;
import io.crmkit.api.asset.Custody;
import io.crmkit.api.asset.Recall;
import io.crmkit.api.customer.CustomerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes the times during which a customer had a unit of what is known of it. Pure. */
final class Custodies {

  /** By everything that is known. */
  private static final Instant BY_NOW = Instant.MAX;

  private Custodies() {}

  static List<Custody> of(Asset asset, AssetHistory history, CustomerId customer) {
    return holders(history).stream()
        .filter(holder -> holder.customer().equals(customer))
        .map(
            holder ->
                new Custody(
                    asset.id(),
                    asset.label(),
                    customer.equals(history.parties(holder.from(), BY_NOW).get(AssetParty.OWNER))
                        ? AssetParty.OWNER
                        : AssetParty.USER,
                    holder.from(),
                    holder.to()))
        .toList();
  }

  /** Everybody who had a unit of the installed base, one after the other. */
  static List<Recall.Holder> holders(AssetHistory history) {
    List<Recall.Holder> found = new ArrayList<>();
    @Nullable CustomerId has = null;
    Instant since = Instant.MIN;
    for (Instant moment : changes(history)) {
      @Nullable CustomerId now =
          history.status(moment, BY_NOW).filter(AssetStatus::inInstalledBase).isPresent()
              ? history.holder(moment, BY_NOW).orElse(null)
              : null;
      if (!Objects.equals(now, has)) {
        if (has != null) {
          found.add(new Recall.Holder(has, since, moment));
        }
        has = now;
        since = moment;
      }
    }
    if (has != null) {
      found.add(new Recall.Holder(has, since, null));
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
}
