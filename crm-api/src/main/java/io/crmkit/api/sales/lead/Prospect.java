package io.crmkit.api.sales.lead;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Who has the need, as far as is known.
 *
 * @param organization the name of the organization, or null
 * @param person the person's name, or null
 * @param jobTitle the person's job, or null
 * @param email the e-mail address as given, or null
 * @param phone the telephone number as given, or null
 * @param city the city, or null
 * @param country the ISO 3166 code of two letters, or null
 */
@RecordBuilder
public record Prospect(
    @Nullable String organization,
    @Nullable String person,
    @Nullable String jobTitle,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String city,
    @Nullable String country)
    implements ProspectBuilder.With {}
