/** CrmKit in the transactions of Spring. Needs no Spring Boot. */
@NullMarked
package io.crmkit.spring;

import org.jspecify.annotations.NullMarked;
