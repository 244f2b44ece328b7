/** The service domain as a module: contracts, requests, service levels, business calendars. */
@NullMarked
package io.crmkit.service;

import org.jspecify.annotations.NullMarked;
