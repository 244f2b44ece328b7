/** Business calendars: the arithmetic of working time, and the versioned definitions behind it. */
@NullMarked
package io.crmkit.service.calendar;

import org.jspecify.annotations.NullMarked;
