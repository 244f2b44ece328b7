/**
 * Service after the sale: contracts, requests, service levels and the calendars they count by.
 *
 * <p>This package holds the words that the feature packages below it share.
 */
@NullMarked
@Stability(Stability.Level.STABLE)
package io.crmkit.api.service;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;
