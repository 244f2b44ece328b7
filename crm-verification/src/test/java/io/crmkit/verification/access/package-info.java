/** Random access policies against every method of every service. */
@NullMarked
package io.crmkit.verification.access;

import org.jspecify.annotations.NullMarked;
