/** Service requests: their life, their rules, their storage and the thin service around them. */
@NullMarked
package io.crmkit.service.request;

import org.jspecify.annotations.NullMarked;
