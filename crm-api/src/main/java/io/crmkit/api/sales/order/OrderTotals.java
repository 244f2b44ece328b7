package io.crmkit.api.sales.order;

import io.crmkit.api.value.Money;

/** What an order comes to: net, tax, and both together. */
public record OrderTotals(Money net, Money tax, Money total) {}
