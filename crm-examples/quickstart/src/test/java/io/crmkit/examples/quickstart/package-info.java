/** The quickstart in every mode, and the import with everything that can go wrong. */
@NullMarked
package io.crmkit.examples.quickstart;

import org.jspecify.annotations.NullMarked;
