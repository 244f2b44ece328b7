/** The change feed: what was written in a tenant, in order, resumable. */
@NullMarked
package io.crmkit.api.feed;

import org.jspecify.annotations.NullMarked;
