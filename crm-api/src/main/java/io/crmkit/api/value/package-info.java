/** Small immutable values shared by every domain: ids, references, money, labels. */
@NullMarked
package io.crmkit.api.value;

import org.jspecify.annotations.NullMarked;
