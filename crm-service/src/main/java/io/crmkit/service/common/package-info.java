/** What the features of the service domain share. */
@NullMarked
package io.crmkit.service.common;

import org.jspecify.annotations.NullMarked;
