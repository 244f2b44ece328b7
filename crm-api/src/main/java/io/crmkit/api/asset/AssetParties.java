package io.crmkit.api.asset;

import io.crmkit.api.customer.CustomerId;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Who is what to a unit besides the customer who has it.
 *
 * @param user who uses it; null for whoever has it
 * @param maintainer who maintains it; null if nobody was named
 * @param lessor who leases it out; null if it is not leased
 */
@RecordBuilder
public record AssetParties(
    @Nullable CustomerId user, @Nullable CustomerId maintainer, @Nullable CustomerId lessor)
    implements AssetPartiesBuilder.With {}
