/** Files kept in the CRM's own storage, and documents that modules generate. */
@NullMarked
package io.crmkit.api.document;

import org.jspecify.annotations.NullMarked;
