/** What modules do when a person asks what is held on them, or wants it erased. */
@NullMarked
package io.crmkit.api.privacy;

import org.jspecify.annotations.NullMarked;
