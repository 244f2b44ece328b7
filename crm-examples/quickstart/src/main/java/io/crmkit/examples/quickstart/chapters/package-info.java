/** The story, one class for each step. Everything here is compiled against crm-api alone. */
@NullMarked
package io.crmkit.examples.quickstart.chapters;

import org.jspecify.annotations.NullMarked;
