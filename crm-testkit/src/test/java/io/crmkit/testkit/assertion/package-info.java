@NullMarked
package io.crmkit.testkit.assertion;

import org.jspecify.annotations.NullMarked;
