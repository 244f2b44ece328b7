/** Custom fields over all modules. */
@NullMarked
package io.crmkit.verification.fields;

import org.jspecify.annotations.NullMarked;
