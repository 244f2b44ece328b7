/** The other program in the house: something like an ERP. */
@NullMarked
package io.crmkit.examples.quickstart.erp;

import org.jspecify.annotations.NullMarked;
