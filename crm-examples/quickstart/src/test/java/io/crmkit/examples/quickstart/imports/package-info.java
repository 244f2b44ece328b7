/** A generator of data like that of the import, and what must come of it. */
@NullMarked
package io.crmkit.examples.quickstart.imports;

import org.jspecify.annotations.NullMarked;
