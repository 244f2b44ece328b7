/**
 * Entities compiled from their records: columns, how to take a record apart and put it together.
 */
@NullMarked
package io.crmkit.core.kernel.model;

import org.jspecify.annotations.NullMarked;
