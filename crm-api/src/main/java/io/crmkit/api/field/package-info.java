/**
 * Custom fields: declared by modules or by tenants, carried by the records of the main entities.
 */
@NullMarked
package io.crmkit.api.field;

import org.jspecify.annotations.NullMarked;
