/** One search over everything, to which every module contributes. */
@NullMarked
package io.crmkit.api.search;

import org.jspecify.annotations.NullMarked;
