package io.crmkit.api.asset;

import org.jspecify.annotations.Nullable;

/**
 * The labels that people find a unit by; none need be unique. At least one is there.
 *
 * @param reference a number agreed on, such as that of a contract's annex
 * @param own our own number for it
 * @param customers the customer's own label
 */
public record AssetNumbers(
    @Nullable String reference, @Nullable String own, @Nullable String customers) {}
