/** What a loaded module says of itself. */
@NullMarked
package io.crmkit.api.module;

import org.jspecify.annotations.NullMarked;
