/** What modules let hosts and tenants choose. */
@NullMarked
package io.crmkit.api.setting;

import org.jspecify.annotations.NullMarked;
