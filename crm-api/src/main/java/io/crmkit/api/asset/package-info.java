/** What customers own or use: the installed base. */
@NullMarked
package io.crmkit.api.asset;

import org.jspecify.annotations.NullMarked;
