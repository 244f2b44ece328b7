package io.crmkit.api.product;

import io.crmkit.api.error.ReasonCode;

/** Why something about a product was refused. */
public enum ProductReason implements ReasonCode {
  SKU_TAKEN("product.sku-taken", "another product has this SKU", "该 SKU 已被其他产品使用"),
  UNKNOWN_COMPONENT(
      "product.unknown-component", "a component is not in the catalogue", "某个组成产品不在产品目录中"),
  UNKNOWN_FITTING(
      "product.unknown-fitting",
      "a product that shall fit slot {slot} is not in the catalogue",
      "可装入插位 {slot} 的某个产品不在产品目录中"),
  STRUCTURE_HAS_CYCLE(
      "product.structure-has-cycle", "product {sku} would contain itself", "产品 {sku} 将包含其自身"),
  STILL_A_COMPONENT(
      "product.still-a-component",
      "product {sku} is part of {count} products that are sold",
      "产品 {sku} 仍是 {count} 个在售产品的组成部分");

  private final String code;
  private final String english;
  private final String chinese;

  ProductReason(String code, String english, String chinese) {
    this.code = code;
    this.english = english;
    this.chinese = chinese;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public String english() {
    return english;
  }

  @Override
  public String chinese() {
    return chinese;
  }
}
