/** Moving content from one package into another: relationships, ids, bookmarks, notes. */
@NullMarked
package io.crmkit.proposals.word.copy;

import org.jspecify.annotations.NullMarked;
