/** The host's access policy, asked on every read and write. */
@NullMarked
package io.crmkit.api.access;

import org.jspecify.annotations.NullMarked;
