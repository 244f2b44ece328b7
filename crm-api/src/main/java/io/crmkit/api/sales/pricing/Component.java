package io.crmkit.api.sales.pricing;

/**
 * A part of a bundle.
 *
 * @param sku an entry of the same price book, itself no bundle
 * @param quantity units in one bundle, 1 or more
 */
public record Component(String sku, int quantity) {}
