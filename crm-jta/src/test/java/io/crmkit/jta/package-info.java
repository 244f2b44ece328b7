@NullMarked
package io.crmkit.jta;

import org.jspecify.annotations.NullMarked;
