/** What an import costs, compared with plain JDBC that writes the same rows. */
@NullMarked
package io.crmkit.benchmarks.importing;

import org.jspecify.annotations.NullMarked;
