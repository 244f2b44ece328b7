/**
 * Business calendars: when service works, in which zone, with breaks, holidays and make-up days.
 */
@NullMarked
package io.crmkit.api.service.calendar;

import org.jspecify.annotations.NullMarked;
