package io.crmkit.service.request;

import io.crmkit.api.service.request.Cover;
import io.crmkit.api.service.request.RequestEvent;
import io.crmkit.api.service.request.ServiceRequest;
import io.crmkit.api.service.request.ServiceRequestId;
import org.jspecify.annotations.Nullable;

/**
 * What the opening of a request needs to know of the rest of the world.
 *
 * @param id the id it will have
 * @param number the number it will have
 * @param cover what the entitlement check found
 * @param parent the request that it is a part of, or null if none is named or there is none
 * @param stamp when it happened, when it is written down, by whom
 */
record OpenFacts(
    ServiceRequestId id,
    String number,
    Cover cover,
    @Nullable ServiceRequest parent,
    RequestEvent.Stamp stamp) {}
