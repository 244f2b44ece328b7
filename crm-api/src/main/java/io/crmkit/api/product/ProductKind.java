package io.crmkit.api.product;

/** Whether what is sold is a thing or a doing. */
public enum ProductKind {
  /** Things: each unit sold can enter the installed base. */
  GOODS,
  /** Work, training, a fee: sold and invoiced, but no unit comes of it. */
  SERVICE
}
