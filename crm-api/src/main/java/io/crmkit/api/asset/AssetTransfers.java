package io.crmkit.api.asset;

import io.crmkit.api.module.ProvidedBy;

/**
 * What happens between customers, and between units: transfer, exchange, loan, and who is what to a
 * unit. The unit keeps its identity and its history whatever happens; nothing is archived and made
 * anew.
 */
@ProvidedBy("io.crmkit:crm-assets")
public interface AssetTransfers {

  /**
   * Title to a unit, with everything below it, passes to another customer. Each customer's timeline
   * and {@link AssetsInTime#custodies} tell its own time with the unit.
   *
   * @throws io.crmkit.api.error.NotFound if there is no such unit or customer
   * @throws io.crmkit.api.error.StaleVersion if it has changed since the caller read it
   * @throws io.crmkit.api.error.InvalidInput naming every malformed field
   * @throws io.crmkit.api.error.Refused if the customer has it already, it is promised, gone or on
   *     loan, something within it is still promised, or it is to be within another customer's unit
   */
  Asset transfer(TransferAsset command);

  /**
   * Puts one unit in another's place. The one that goes leaves the installed base; the one that
   * comes takes its place in the structure, unless it is there already. Both know each other.
   *
   * @return the unit that came
   * @throws io.crmkit.api.error.NotFound if there is no such unit
   * @throws io.crmkit.api.error.StaleVersion if either has changed since the caller read it
   * @throws io.crmkit.api.error.InvalidInput naming every malformed field
   * @throws io.crmkit.api.error.Refused if they are one and the same, are two customers', either is
   *     not in the installed base, was replaced before, or the one that comes replaces another or
   *     is within the one that goes
   */
  Asset replace(ReplaceAsset command);

  /**
   * Lends a unit to a customer. It counts as the borrower's to use; whose it is, stays.
   *
   * @throws io.crmkit.api.error.NotFound if there is no such unit or customer
   * @throws io.crmkit.api.error.StaleVersion if it has changed since the caller read it
   * @throws io.crmkit.api.error.Refused if the customer has it already, it is not ready to be lent,
   *     something within it is still promised, or it is to stand in for another customer's unit
   */
  Asset lend(LendAsset command);

  /**
   * A unit on loan goes back to its owner.
   *
   * @throws io.crmkit.api.error.NotFound if there is none
   * @throws io.crmkit.api.error.StaleVersion if it has changed since the caller read it
   * @throws io.crmkit.api.error.Refused if it is not on loan
   */
  Asset giveBack(GiveBackAsset command);

  /**
   * Says who uses, maintains or leases out a unit, or that nobody does.
   *
   * @throws io.crmkit.api.error.NotFound if there is no such unit or customer
   * @throws io.crmkit.api.error.StaleVersion if it has changed since the caller read it
   * @throws io.crmkit.api.error.Refused if the owner is to be changed, which is a transfer
   */
  Asset setParty(SetAssetParty command);

  /**
   * Enters late knowledge about a unit's past.
   *
   * @throws io.crmkit.api.error.NotFound if there is no such unit, parent or customer
   * @throws io.crmkit.api.error.StaleVersion if it has changed since the caller read it
   * @throws io.crmkit.api.error.InvalidInput naming every malformed field
   * @throws io.crmkit.api.error.Refused if the unit would have been within itself, within another
   *     customer's unit, or the owner is to be changed
   */
  Asset correct(CorrectHistory command);
}
