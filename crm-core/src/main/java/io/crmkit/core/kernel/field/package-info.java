/** What custom fields must be like, and what their values must be like: pure functions. */
@NullMarked
package io.crmkit.core.kernel.field;

import org.jspecify.annotations.NullMarked;
