/** CrmKit's whole job in one small program: a story to watch, and an import of real data. */
@NullMarked
package io.crmkit.examples.quickstart;

import org.jspecify.annotations.NullMarked;
