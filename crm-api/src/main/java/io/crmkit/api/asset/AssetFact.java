package io.crmkit.api.asset;

/**
 * A dated fact about a unit. Facts are only ever added: what was known is never rewritten. Of the
 * facts of one kind that speak of a moment, the one recorded last is believed.
 */
public sealed interface AssetFact permits AssetStatusFact, AssetPlacementFact, AssetPartyFact {

  AssetFactId id();

  /** The unit it speaks of. */
  AssetId asset();

  /** When it was true, and when we came to know it. */
  FactTime time();
}
