package io.crmkit.api.asset;

/** When title passes to the customer, as the contract says. */
public enum TitleRule {
  /** With the delivery: shipped units belong to the installed base at once. */
  DELIVERY,
  /** With the acceptance: shipped units stay provisional until {@link InstalledBase#passTitle}. */
  ACCEPTANCE,
  /** With the payment: shipped units stay provisional until {@link InstalledBase#passTitle}. */
  PAYMENT
}
