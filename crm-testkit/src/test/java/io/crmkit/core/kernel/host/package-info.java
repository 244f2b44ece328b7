/** CrmKit in the transactions of its host, and what goes wrong with databases. */
@NullMarked
package io.crmkit.core.kernel.host;

import org.jspecify.annotations.NullMarked;
