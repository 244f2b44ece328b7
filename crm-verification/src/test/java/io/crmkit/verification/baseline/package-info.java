/** What has been promised, as text, and what is there today. */
@NullMarked
package io.crmkit.verification.baseline;

import org.jspecify.annotations.NullMarked;
