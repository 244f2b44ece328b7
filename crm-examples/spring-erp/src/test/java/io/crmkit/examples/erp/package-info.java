@NullMarked
package io.crmkit.examples.erp;

import org.jspecify.annotations.NullMarked;
