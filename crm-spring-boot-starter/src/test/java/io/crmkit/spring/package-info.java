@NullMarked
package io.crmkit.spring;

import org.jspecify.annotations.NullMarked;
