@NullMarked
package io.crmkit.spring.boot;

import org.jspecify.annotations.NullMarked;
