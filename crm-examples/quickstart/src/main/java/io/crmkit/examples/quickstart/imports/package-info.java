/** Takes over real data from CSV files, and says what became of every row. */
@NullMarked
package io.crmkit.examples.quickstart.imports;

import org.jspecify.annotations.NullMarked;
