/** Fakes of the ports that hosts implement, and the contracts that both have to keep. */
@NullMarked
package io.crmkit.testkit.fake;

import org.jspecify.annotations.NullMarked;
