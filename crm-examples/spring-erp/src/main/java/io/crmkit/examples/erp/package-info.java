/** A small ERP on Spring Boot with a CRM in it. */
@NullMarked
package io.crmkit.examples.erp;

import org.jspecify.annotations.NullMarked;
