/** CrmKit in the transactions of a Jakarta transaction manager (JTA). */
@NullMarked
package io.crmkit.jta;

import org.jspecify.annotations.NullMarked;
