/** Service requests: a customer's calls for help, from opening to closing. */
@NullMarked
package io.crmkit.api.service.request;

import org.jspecify.annotations.NullMarked;
