/** CrmKit as beans of a Spring Boot application. */
@NullMarked
package io.crmkit.spring.boot;

import org.jspecify.annotations.NullMarked;
