package io.crmkit.api.asset;

import io.crmkit.api.module.ProvidedBy;

/**
 * How what was sold comes into the installed base: promised by a quote, it is provisional; once the
 * sale is carried out, sales pushes what was shipped, or service pulls it. It does not matter who
 * is first, how often, or whether both do it at the same moment: each unit of each line is there
 * once. What was sold is asked of every {@link SoldGoodsSource}.
 *
 * <pre>{@code
 * base.provision(new ProvisionUnits(quoteRef));      // provisional units, for contracts and bids
 * base.push(PushUnits.of(orderRef));                 // promoted; serial numbers as far as known
 * base.pull(PullUnits.of(orderRef));                 // nothing is doubled, the rest is completed
 * }</pre>
 *
 * <p>A line whose product has components, and whose components are not lines of the sale
 * themselves, is unfolded into a system with its machines and parts, as the catalogue says when the
 * unit comes into being. Service products make no units.
 */
@ProvidedBy("io.crmkit:crm-assets")
public interface InstalledBase {

  /**
   * Makes a provisional unit of every unit that the sale promises and that is not there yet. Units
   * that the sale promised earlier and promises no longer are given up.
   *
   * @throws io.crmkit.api.error.Refused if the sale is not known, void, or malformed
   */
  HandOver provision(ProvisionUnits command);

  /**
   * Sales hands over what was shipped so far: provisional units are promoted, others registered,
   * serial numbers and warranties given.
   *
   * @throws io.crmkit.api.error.InvalidInput naming every malformed field of the terms
   * @throws io.crmkit.api.error.Refused with every reason: the sale is not known, not carried out,
   *     void, or malformed; more was shipped than ordered; a serial number is another unit's
   */
  HandOver push(PushUnits command);

  /**
   * Service takes over what was shipped so far, from the list of what was really sold: the same as
   * {@link #push}, whoever was first.
   *
   * @throws io.crmkit.api.error.InvalidInput naming every malformed field of the terms
   * @throws io.crmkit.api.error.Refused as {@link #push}
   */
  HandOver pull(PullUnits command);

  /**
   * Service takes over every sale to a customer that was carried out at least in part. A sale that
   * cannot be taken over is told of and does not hold up the others.
   *
   * @throws io.crmkit.api.error.InvalidInput naming every malformed field of the terms
   */
  CustomerHandOver pullAll(PullCustomerUnits command);

  /**
   * Promotes what was shipped of a sale and is still provisional, since title has passed.
   *
   * @throws io.crmkit.api.error.Refused if the sale is not known, not carried out or void
   */
  HandOver passTitle(PassTitle command);

  /**
   * Gives up the provisional units of a void sale. Those that another sale, not void, has taken up
   * meanwhile stay.
   *
   * @throws io.crmkit.api.error.Refused if the sale is not known or not void
   */
  HandOver dissolve(DissolveUnits command);
}
