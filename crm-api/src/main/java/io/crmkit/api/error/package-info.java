/** The few exceptions that CrmKit throws, and the reasons they carry as data. */
@NullMarked
package io.crmkit.api.error;

import org.jspecify.annotations.NullMarked;
