/**
 * Business calendars: when service works, in which zone, with breaks, holidays and make-up days.
 */
@NullMarked
@Stability(Stability.Level.STABLE)
package io.crmkit.api.service.calendar;

import io.crmkit.api.Stability;
import org.jspecify.annotations.NullMarked;
