/** Holds the documentation to what was built: examples are compiled and run, lists are complete. */
@NullMarked
package io.crmkit.verification.documents;

import org.jspecify.annotations.NullMarked;
