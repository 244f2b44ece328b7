/** What sales adds to other modules' work: timeline, view, merge fields, sold goods. */
@NullMarked
package io.crmkit.sales.contribution;

import org.jspecify.annotations.NullMarked;
