package io.crmkit.api.product;

/** Whether a product can be sold. */
public enum ProductStatus {
  ACTIVE,
  /** No longer sold; units and old papers go on referring to it. */
  DISCONTINUED
}
