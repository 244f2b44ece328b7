/** What pure rules answer with, and state machines as tables. */
@NullMarked
package io.crmkit.core.spi.rule;

import org.jspecify.annotations.NullMarked;
