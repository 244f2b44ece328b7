@NullMarked
package io.crmkit.testkit;

import org.jspecify.annotations.NullMarked;
