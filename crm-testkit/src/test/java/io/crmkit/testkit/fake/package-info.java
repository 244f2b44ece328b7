@NullMarked
package io.crmkit.testkit.fake;

import org.jspecify.annotations.NullMarked;
